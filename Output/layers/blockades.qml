<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" writer="roadblocks" styleCategories="AllStyleCategories" labelsEnabled="1">
 <temporal enabled="1" mode="4" limitMode="0" startField="" endField="" startExpression="to_datetime(&quot;start&quot;)" endExpression="coalesce(to_datetime(&quot;end&quot;), make_datetime(9999, 12, 31, 23, 59, 59))" accumulate="0" fixedDuration="0" durationUnit="d" durationField=""/>
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1">
  <rules key="rules">
   <rule key="rule-0" symbol="0" label="blocked, reported" filter="geometry_type($geometry) = 'Point' AND (&quot;status&quot; = 'blocked' AND &quot;evidence&quot; = 'reported')"/>
   <rule key="rule-1" symbol="1" label="restricted, reported" filter="geometry_type($geometry) = 'Point' AND (&quot;status&quot; = 'restricted' AND &quot;evidence&quot; = 'reported')"/>
   <rule key="rule-2" symbol="2" label="suspended, reported" filter="geometry_type($geometry) = 'Point' AND (&quot;status&quot; = 'suspended' AND &quot;evidence&quot; = 'reported')"/>
   <rule key="rule-3" symbol="3" label="blocked, presumed" filter="geometry_type($geometry) = 'Point' AND (&quot;status&quot; = 'blocked' AND &quot;evidence&quot; = 'presumed')"/>
   <rule key="rule-4" symbol="4" label="restricted, presumed" filter="geometry_type($geometry) = 'Point' AND (&quot;status&quot; = 'restricted' AND &quot;evidence&quot; = 'presumed')"/>
   <rule key="rule-5" symbol="5" label="suspended, presumed" filter="geometry_type($geometry) = 'Point' AND (&quot;status&quot; = 'suspended' AND &quot;evidence&quot; = 'presumed')"/>
   <rule key="rule-6" symbol="6" label="blocked somewhere on it, reported" filter="geometry_type($geometry) = 'Line' AND (&quot;status&quot; = 'blocked' AND &quot;evidence&quot; = 'reported')"/>
   <rule key="rule-7" symbol="7" label="restricted somewhere on it, reported" filter="geometry_type($geometry) = 'Line' AND (&quot;status&quot; = 'restricted' AND &quot;evidence&quot; = 'reported')"/>
   <rule key="rule-8" symbol="8" label="suspended somewhere on it, reported" filter="geometry_type($geometry) = 'Line' AND (&quot;status&quot; = 'suspended' AND &quot;evidence&quot; = 'reported')"/>
   <rule key="rule-9" symbol="9" label="blocked somewhere on it, presumed" filter="geometry_type($geometry) = 'Line' AND (&quot;status&quot; = 'blocked' AND &quot;evidence&quot; = 'presumed')"/>
   <rule key="rule-10" symbol="10" label="restricted somewhere on it, presumed" filter="geometry_type($geometry) = 'Line' AND (&quot;status&quot; = 'restricted' AND &quot;evidence&quot; = 'presumed')"/>
   <rule key="rule-11" symbol="11" label="suspended somewhere on it, presumed" filter="geometry_type($geometry) = 'Line' AND (&quot;status&quot; = 'suspended' AND &quot;evidence&quot; = 'presumed')"/>
  </rules>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="213,94,0,255"/>
      <Option name="size" type="QString" value="2.8"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.25"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="triangle"/>
      <Option name="color" type="QString" value="230,159,0,255"/>
      <Option name="size" type="QString" value="2.8"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.25"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="square"/>
      <Option name="color" type="QString" value="0,114,178,255"/>
      <Option name="size" type="QString" value="2.8"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
      <Option name="outline_color" type="QString" value="255,255,255,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.25"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle"/>
      <Option name="color" type="QString" value="255,255,255,255"/>
      <Option name="size" type="QString" value="2.4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
      <Option name="outline_color" type="QString" value="213,94,0,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.6"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="triangle"/>
      <Option name="color" type="QString" value="255,255,255,255"/>
      <Option name="size" type="QString" value="2.4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
      <Option name="outline_color" type="QString" value="230,159,0,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.6"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="square"/>
      <Option name="color" type="QString" value="255,255,255,255"/>
      <Option name="size" type="QString" value="2.4"/>
      <Option name="size_unit" type="QString" value="MM"/>
      <Option name="scale_method" type="QString" value="diameter"/>
      <Option name="outline_color" type="QString" value="0,114,178,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.6"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,255"/>
      <Option name="line_width" type="QString" value="1.6"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="0"/>
      <Option name="customdash" type="QString" value="5;2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="213,94,0,255"/>
      <Option name="line_width" type="QString" value="1.1"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="0"/>
      <Option name="customdash" type="QString" value="5;2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,255"/>
      <Option name="line_width" type="QString" value="1.6"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="0"/>
      <Option name="customdash" type="QString" value="5;2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="230,159,0,255"/>
      <Option name="line_width" type="QString" value="1.1"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="0"/>
      <Option name="customdash" type="QString" value="5;2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,255"/>
      <Option name="line_width" type="QString" value="1.6"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="0"/>
      <Option name="customdash" type="QString" value="5;2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="0,114,178,255"/>
      <Option name="line_width" type="QString" value="1.1"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="0"/>
      <Option name="customdash" type="QString" value="5;2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,255"/>
      <Option name="line_width" type="QString" value="1.6"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="0"/>
      <Option name="customdash" type="QString" value="5;2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="213,94,0,255"/>
      <Option name="line_width" type="QString" value="1.0"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="1.2;1.8"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="10" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,255"/>
      <Option name="line_width" type="QString" value="1.6"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="0"/>
      <Option name="customdash" type="QString" value="5;2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="230,159,0,255"/>
      <Option name="line_width" type="QString" value="1.0"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="1.2;1.8"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="11" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,255"/>
      <Option name="line_width" type="QString" value="1.6"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="capstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="0"/>
      <Option name="customdash" type="QString" value="5;2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="0,114,178,255"/>
      <Option name="line_width" type="QString" value="1.0"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="1.2;1.8"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
  <orderby>
   <orderByClause asc="1" nullsFirst="0">if(&quot;evidence&quot; = 'reported', 10, 0) + if(&quot;status&quot; = 'blocked', 1, 0)</orderByClause>
  </orderby>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="if(geometry_type($geometry) = 'Point', coalesce(&quot;place&quot;, &quot;route&quot; || ' km ' || &quot;km&quot;, &quot;route_name&quot;, &quot;route&quot;), NULL)" isExpression="1" fontFamily="Sans Serif" fontSize="7.0" fontSizeUnit="Point" fontWeight="50" textColor="34,34,34,255" textOpacity="1" multilineHeight="1" allowHtml="0" fontKerning="1">
    <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="250,248,242,255" bufferOpacity="1" bufferNoFill="1" bufferJoinStyle="128"/>
   </text-style>
   <text-format multilineAlign="0" wrapChar=""/>
   <placement placement="6" dist="0.6" distUnits="MM" quadOffset="4" priority="6" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" placementFlags="2" offsetType="1" centroidInside="1" centroidWhole="0" fitInPolygonOnly="0" polygonPlacementFlags="2" offsetUnits="MM" xOffset="0" yOffset="0" rotationAngle="0" preserveRotation="1" repeatDistance="0" repeatDistanceUnits="MM" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25"/>
   <rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="5000000" displayAll="0" obstacle="1" obstacleFactor="1" obstacleType="1" zIndex="0" fontMinPixelSize="3" fontMaxPixelSize="10000" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" labelPerPart="0" minFeatureSize="0" upsidedownLabels="0"/>
   <dd_properties>
    <Option type="Map">
     <Option name="name" type="QString" value=""/>
     <Option name="properties"/>
     <Option name="type" type="QString" value="collection"/>
    </Option>
   </dd_properties>
  </settings>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1.0</layerOpacity>
 <previewExpression>&quot;blockade_id&quot;</previewExpression>
 <mapTip>&lt;div style=&quot;max-width: 24em&quot;&gt;&lt;b&gt;[% replace(replace(replace(coalesce(concat(coalesce(&quot;route_name&quot;, &quot;place&quot;, &quot;blockade_id&quot;), ' km ' || &quot;km&quot;, ' – ' || &quot;km_to&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;/b&gt;&lt;br/&gt;&#10;[% replace(replace(replace(coalesce(concat(&quot;district&quot; || ', ', &quot;province&quot; || ', ', &quot;department&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;br/&gt;&#10;[% replace(replace(replace(coalesce(concat(&quot;status&quot;, ', ', &quot;evidence&quot;, ', ', &quot;cause&quot;, ': ', replace(format_date(to_datetime(&quot;start&quot;), 'yyyy-MM-dd HH:mm'), ' 00:00', ''), ' to ', coalesce(replace(format_date(to_datetime(&quot;end&quot;), 'yyyy-MM-dd HH:mm'), ' 00:00', ''), 'not over')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;br/&gt;&#10;[% replace(replace(replace(coalesce(concat(&quot;method&quot;, ' ± ', format_number(&quot;uncertainty_m&quot; / 1000, 1), ' km'), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;br/&gt;&#10;&lt;i&gt;[% replace(replace(replace(coalesce('“' || &quot;quote&quot; || '”', ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;/i&gt;&lt;br/&gt;&#10;[% replace(replace(replace(coalesce(concat(&quot;publisher&quot;, ': ', &quot;source&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;br/&gt;&#10;[% replace(replace(replace(coalesce(&quot;warnings&quot;, ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;/div&gt;</mapTip>
</qgis>
