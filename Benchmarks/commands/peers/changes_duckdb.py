"""Lines compared as texts: right only where both files have the same layout, a feature a line."""

import duckdb

reading = """
    select regexp_extract(line, '"id":([0-9]+)', 1)::bigint as id, rtrim(line, ',') as line
    from read_csv('{}', columns = {{'line': 'varchar'}}, header = false, delim = '\\x01', quote = '', escape = '',
                  auto_detect = false, max_line_size = 1000000)
    where starts_with(line, '{{"type":"Feature",')
"""
duckdb.execute(
    f"""
    copy (
      select list(id) filter (kind = 'new') as "new", list(id) filter (kind = 'removed') as "removed",
        list(id) filter (kind = 'changed') as "changed"
      from (
        select coalesce(a.id, b.id) as id,
          case when a.id is null then 'new' when b.id is null then 'removed' else 'changed' end as kind
        from ({reading.format('before.geojson')}) as a
        full outer join ({reading.format('after.geojson')}) as b on a.id = b.id
        where a.line is distinct from b.line
      )
    ) to 'changes.json' (format json)
    """
)
