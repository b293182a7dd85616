/** Texts of outlines of zones that cannot be drawn, changed or kept. */
export const SKETCH_TEXTS = {
  'sketch.antimeridian': {
    zh: '图形跨越 180° 经线，不能编辑。请在 180° 经线处分成两部分。',
    en: 'The outline crosses the 180° meridian and cannot be edited. Cut it into two parts there.',
  },
  'sketch.badDegrees': {
    zh: '经度 {lon}、纬度 {lat} 超出范围：经度在 ±180 之间，纬度在 ±90 之间。',
    en: 'Longitude {lon}, latitude {lat} do not exist: longitudes lie within ±180, latitudes within ±90.',
  },
  'sketch.badDistance': {
    zh: '距离须为 −100 km 至 100 km 之间的数。',
    en: 'The distance is a number between −100 km and 100 km.',
  },
  'sketch.badLength': {
    zh: '长度 {length} 无效，须大于 0 m。',
    en: 'A length of {length} is none; it must be more than 0 m.',
  },
  'sketch.badPosition': {
    zh: '该位置没有有效坐标。请在地面上点选，或输入有效坐标。',
    en: 'That place has no valid coordinates. Click on the ground or type valid ones.',
  },
  'sketch.badWidth': {
    zh: '廊道宽度须在 0.1 m 与 100 km 之间。',
    en: 'A corridor is between 0.1 m and 100 km wide.',
  },
  'sketch.beyondRepair': {
    zh: '图形自相交且无法修复。请撤销最后的改动，或删除相交处的顶点。',
    en: 'The outline crosses itself and could not be mended. Undo the last change, or delete the vertices where it crosses.',
  },
  'sketch.holeMisses': {
    zh: '所画的洞与风险区没有重叠，未作改动。请在风险区内部画洞。',
    en: 'The hole lies outside the zone, so nothing changed. Draw it inside.',
  },
  'sketch.noArea': {
    zh: '图形没有面积（小于 0.01 m²），未作改动。',
    en: 'The outline has no area (less than 0.01 m²), so nothing changed.',
  },
  'sketch.nothingLeft': {
    zh: '运算后没有剩余部分，未作改动。',
    en: 'Nothing would be left, so nothing changed.',
  },
  'sketch.outsideArea': {
    zh: '图形有位置（经度 {lon}，纬度 {lat}）在 {crs} 的适用范围之外，距离和面积不可靠。请在城市范围内绘制。',
    en: 'A position of the outline (longitude {lon}, latitude {lat}) lies outside the area of use of {crs}, where lengths and areas are wrong. Draw within the city.',
  },
  'sketch.ringNeedsThree': {
    zh: '环至少要有三个顶点，不能再删除。要去掉整个部分，请删除该部分或风险区。',
    en: 'A ring keeps at least three vertices. Delete the part or the zone instead.',
  },
  'sketch.splitMisses': {
    zh: '分割线没有把风险区分成两部分。请从区外（或边界上）画到另一侧的区外。',
    en: 'The line does not divide the zone. Draw it from outside (or from an edge) through to the other side.',
  },
  'sketch.tooFewPoints': {
    zh: '点数不够：面至少三个点，廊道、分割线、圆和矩形至少两个点。',
    en: 'Too few points: areas need three, corridors, dividing lines, circles and rectangles two.',
  },
  'sketch.tooManyForBuffer': {
    zh: '图形有 {count} 个顶点，缓冲最多处理 {most} 个。请先简化。',
    en: 'The outline has {count} vertices; at most {most} can be buffered. Simplify it first.',
  },
  'sketch.tooManyPoints': {
    zh: '一次绘制最多 100 000 个点。请先结束当前绘制。',
    en: 'One stroke holds at most 100,000 points. Finish it first.',
  },
  'sketch.tooManyVertices': {
    zh: '图形有 {count} 个顶点，超过可编辑的 {most} 个。请先在 GIS 软件中简化。',
    en: 'The outline has {count} vertices, more than the {most} that can be edited. Simplify it in a GIS first.',
  },
  'sketch.typedNoLast': {
    zh: '相对坐标需要前一个点。请先放置一个点，或输入绝对坐标。',
    en: 'A relative place needs a point before it. Place one first, or type coordinates.',
  },
  'sketch.typedOutside': {
    zh: '坐标 {x}, {y} 在 {crs} 的适用范围之外。',
    en: '{x}, {y} lies outside the area of use of {crs}.',
  },
  'sketch.typedSwapped': {
    zh: '坐标 {x}, {y} 在 {crs} 的适用范围之外，对调后则吻合：请先输入东坐标，再输入北坐标。',
    en: '{x}, {y} lies outside the area of use of {crs}, but fits when exchanged: type easting first, then northing.',
  },
  'sketch.typedUnread': {
    zh: '无法读取“{text}”。可输入：120<45（长度<方位角）、@30,-20（相对东、北）、x,y（工程坐标）或 113.2E 23.1N。',
    en: '“{text}” cannot be read. Type 120<45 (length<bearing), @30,-20 (east, north from the last point), x,y in the project CRS, or 113.2E 23.1N.',
  },
  'topology.noSafeFix': {
    zh: '此问题不能自动修正。请删除重复的风险区，或手工修改。',
    en: 'This cannot be mended by itself. Delete the zone that is too much, or change it by hand.',
  },
} as const;
