"""What the commands are compared on.

A workload is a module here with

- `SCALES`: the sizes that are run by default, in thousands of records,
- `title(scale)`: what it is, in words,
- `prepare(folder, scale)`: makes the input, the same bytes every time, unless it is there,
- `arguments(folder)`: the command line of roadblocks,
- `program(benchmarks)`: what to run in its stead, where the workload measures a part that is no command,
- `STANDARD_OUTPUT`: the file for what roadblocks writes to standard output, where that is the result,
- `peers(folder)`: name → `command`, and the `module` it needs,
- `clean(folder)`: takes away what a run wrote,
- `answer(folder)`: what a run wrote, in a form in which all peers have to agree,
- `agrees(peer, answer, ours)`: whether two answers are alike, where that is not to be the same.
"""
