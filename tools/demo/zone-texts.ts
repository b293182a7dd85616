/** What each zone of the demo asks for; Chinese, as the department in charge would write it. */
export const ZONE_TEXTS = {
  flood: {
    strategy: '以避为主：汛期预警后先转移低洼住户，工程上加固堤防、控制临河新建。',
    requirements: ['汛期（5—9月）24小时值守水位', '一层不得新设变配电、档案用房', '预警后2小时内完成转移'],
    responsible: '水务局',
  },
  waterlogging: {
    strategy: '海绵化改造与泵站提升并行，下穿通道设置水位联动封闭。',
    requirements: ['雨前清掏雨水口', '地下车库配置挡水板', '积水超过0.3米封闭道路'],
    responsible: '城市管理局',
  },
  landslide: {
    strategy: '坡体监测先行，红色区逐步搬迁，橙色区削坡与排水治理。',
    requirements: ['日降雨超过100毫米时撤离', '禁止坡脚开挖与坡顶加载', '每月巡查裂缝监测点'],
    responsible: '自然资源和规划局',
  },
  hazmat: {
    strategy: '划定外部安全防护距离，区内不新增居住与学校，企业限期搬迁入园。',
    requirements: ['储罐液位与可燃气体在线监测', '每半年一次厂外应急演练', '上风向疏散路线常年畅通'],
    responsible: '应急管理局',
  },
  fire: {
    strategy: '打通消防通道，砖木房屋更换线路，设置微型消防站。',
    requirements: ['巷道净宽不小于4米', '电动自行车集中充电', '每200米设置消防栓'],
    responsible: '消防救援支队',
  },
  subsidence: {
    strategy: '地铁沿线沉降监测，超限时停工并回灌。',
    requirements: ['每季度水准复测', '新建深基坑专项论证'],
    responsible: '住房和城乡建设局',
  },
} as const;
