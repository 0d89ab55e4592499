<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" writer="roadblocks" styleCategories="AllStyleCategories" labelsEnabled="1">
 <temporal enabled="1" mode="4" limitMode="0" startField="" endField="" startExpression="to_datetime(&quot;start&quot;)" endExpression="coalesce(to_datetime(&quot;end&quot;), make_datetime(9999, 12, 31, 23, 59, 59))" accumulate="0" fixedDuration="0" durationUnit="d" durationField=""/>
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1">
  <rules key="rules">
   <rule key="rule-0" symbol="0" label="people killed" filter="geometry_type($geometry) = 'Point' AND (TRUE)"/>
   <rule key="rule-1" symbol="1" label="people killed somewhere on it" filter="geometry_type($geometry) = 'Line' AND (TRUE)"/>
  </rules>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="diamond"/>
      <Option name="color" type="QString" value="0,0,0,225"/>
      <Option name="size" type="QString" value="3"/>
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
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true"/>
         <Option name="expression" type="QString" value="3.6 + 1.4 * sqrt(&quot;best&quot;)"/>
         <Option name="type" type="int" value="3"/>
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,255"/>
      <Option name="line_width" type="QString" value="1.4"/>
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
      <Option name="line_color" type="QString" value="0,0,0,225"/>
      <Option name="line_width" type="QString" value="0.8"/>
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
  </symbols>
  <orderby>
   <orderByClause asc="1" nullsFirst="0">-&quot;best&quot;</orderByClause>
  </orderby>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="to_string(&quot;best&quot;)" isExpression="1" fontFamily="Sans Serif" fontSize="6.5" fontSizeUnit="Point" fontWeight="75" textColor="255,255,255,255" textOpacity="1" multilineHeight="1" allowHtml="0" fontKerning="1">
    <text-buffer bufferDraw="0" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferNoFill="1" bufferJoinStyle="128"/>
   </text-style>
   <text-format multilineAlign="0" wrapChar=""/>
   <placement placement="1" dist="0.0" distUnits="MM" quadOffset="4" priority="10" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" placementFlags="2" offsetType="1" centroidInside="1" centroidWhole="0" fitInPolygonOnly="0" polygonPlacementFlags="2" offsetUnits="MM" xOffset="0" yOffset="0" rotationAngle="0" preserveRotation="1" repeatDistance="0" repeatDistanceUnits="MM" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25"/>
   <rendering drawLabels="1" scaleVisibility="0" scaleMin="0" scaleMax="0" displayAll="1" obstacle="1" obstacleFactor="1" obstacleType="1" zIndex="1" fontMinPixelSize="3" fontMaxPixelSize="10000" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" labelPerPart="0" minFeatureSize="0" upsidedownLabels="0"/>
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
 <previewExpression>&quot;incident_id&quot;</previewExpression>
 <mapTip>&lt;div style=&quot;max-width: 24em&quot;&gt;&lt;b&gt;[% replace(replace(replace(coalesce(concat(&quot;best&quot;, ' killed: ', coalesce(&quot;place&quot;, &quot;department&quot;)), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;/b&gt;&lt;br/&gt;&#10;[% replace(replace(replace(coalesce(concat(&quot;district&quot; || ', ', &quot;province&quot; || ', ', &quot;department&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;br/&gt;&#10;[% replace(replace(replace(coalesce(concat(replace(format_date(to_datetime(&quot;start&quot;), 'yyyy-MM-dd HH:mm'), ' 00:00', ''), ', ', &quot;category&quot;, ', ', coalesce(&quot;low&quot;, '?'), ' to ', coalesce(&quot;high&quot;, '?'), ', figures: ', &quot;revisions&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;br/&gt;&#10;&lt;i&gt;[% replace(replace(replace(coalesce('“' || &quot;quote&quot; || '”', ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;/i&gt;&lt;br/&gt;&#10;[% replace(replace(replace(coalesce(concat(&quot;publisher&quot;, ': ', &quot;source&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;br/&gt;&#10;[% replace(replace(replace(coalesce(&quot;warnings&quot;, ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;/div&gt;</mapTip>
</qgis>
