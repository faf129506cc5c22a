/** Sentences of the phone page for squads, grid workers and departments. */
export const field = {
  inHand: '手头 {n} 件',
  doneToday: '今日办结 {n} 件',
  tasksLeft: '待办 {n} 件',
  ownGrid: '本网格在办 {n} 件',
  openMap: '看地图',
  notKept: '没有存上，手机空间可能满了。写的还在，请再按一次。',
  close: '关闭',
  person: { signOut: '退出登录', toDesk: '回指挥台', keptHere: '还有 {n} 条没发出去，留在这部手机上，下次登录再发。' },
  waitingHere: { of: '{name} 有 {n} 条没发出去', nameless: '有 {n} 条没发出去', safe: '没有丢，都在这部手机里。本人登录后自动发出。' },
  duty: {
    off: '未上岗', on: '在岗', shared: '位置共享中', notShared: '位置没有共享', searching: '正在定位', noFix: '收不到定位', goOn: '上岗', goOff: '下岗', goOnSub: '上岗后共享位置，才会被就近派单',
    offHint: '没有上岗，位置不会离开这部手机。', onHint: '在岗时，这部手机的位置每 5 秒发给指挥室一次。下岗即停。', lastShared: '最近一次发出 {at}', failedPlain: '没有办成，请稍后再试。',
    accuracy: '定位误差约 {n} 米', untracked: '部门用手机办件，不上岗，位置不共享。',
  },
  place: {
    denied: '浏览器没有定位权限。请在系统设置里允许本页使用位置。', unavailable: '暂时收不到定位，请到开阔处。', unsupported: '这部手机的浏览器不能定位。', insecure: '本页网址不是 https，浏览器不给定位。可以在图上点位置。',
  },
  banner: {
    lost: '没有信号，可以照常操作', lostSince: '离线，数据截至 {at}', queued: '{n} 条待发，连上后自动发出', nothingQueued: '可以照常操作，连上后自动发出', sending: '正在补发，还有 {n} 条', sendingSub: '请不要清除浏览器数据',
    stuck: '{n} 条没有发成', stuckSub: '内容和照片还在手机里，请看一下', signedOut: '登录已过期，{n} 条待发', signedOutSub: '重新登录后自动发出', notSafe: '浏览器不让保存', notSafeSub: '没有发出去之前，请不要关闭本页', look: '查看', signIn: '登录',
    notTaken: '服务器暂时不能保存', notTakenSub: '{n} 条存在这部手机里，会自动再试',
  },
  scan: {
    begin: '扫建房公示牌', title: '扫码', view: '相机画面', hint: '把建房公示牌上的二维码放进框里', typed: '扫不出来，就输公示牌编号', open: '打开', wrong: '编号不对，例如 NF2026-0001', foreign: '这不是建房公示牌的二维码。扫到的是：',
    insecure: '本页网址不是 https，浏览器不给用相机。请输公示牌编号。', denied: '浏览器没有相机权限。请在系统设置里允许本页使用相机，或者输公示牌编号。', none: '这部手机的相机打不开。请输公示牌编号。',
  },
  sos: {
    open: '求助', title: '紧急求助', hint: '遇到危险时按。指挥室大屏立刻响铃，显示你的位置；没有上岗也会发出这一次的位置。', press: '发出求助', pressing: '正在发出', sent: '指挥室已收到你的求助', sentHint: '大屏正在响铃。不要挂机，等指挥室联系。', kept: '没有信号，求助还没发出去', notTaken: '服务器暂时不能保存，求助还没发出去', keptHint: '已存在手机里，会自动再发。请先打电话。', refused: '求助没有发出去，请马上打电话', police: '拨打 110', room: '拨打指挥室 {phone}',
    raised: '求助已到指挥室 · {at}', raisedHint: '大屏正在响铃，还没有人应答。也请打电话。', known: '指挥室已知道 · {at}', knownHint: '应答人：{role} {name}', over: '求助已由指挥室结束 · {at}', look: '电话',
  },
  voice: {
    start: '说一段语音', stop: '说完了', label: '语音 {n}', drop: '删去语音 {n}', dropSure: '删去这段语音？', only: '（见语音）',
    insecure: '本页网址不是 https，浏览器不给录音。请打字。', denied: '浏览器没有录音权限。请在系统设置里允许本页使用麦克风，或者打字。', none: '这部手机的浏览器录不了音。请打字。',
  },
  locked: {
    none: '没有网，这部手机上也没有可看的工作', noneSub: '连上网、登录一次以后，没有网也能打开。', ended: '离线超过 12 小时，工作内容已收起', endedSub: '连上网、重新登录后继续。没发出去的都还在这部手机里，登录后自动发出。', again: '再试一次',
    left: '已退出登录', leftSub: '现在没有网。连上后会回到登录页。没发出去的都还在这部手机里，本人登录后自动发出。',
  },
  card: {
    drill: '演练 · 这不是真实案件',
    left: '还有', leftUnknown: '没有定位', signBy: '签收限', arriveBy: '到场限', expected: '预计到场', doneBy: '办结限', verifyBy: '核实限', checkBy: '核查限', arrivedAt: '已到场', spent: '已处置', none: '—', tomorrow: '明天', over: '已超 {span}', rework: '返工 {n} 次',
    noDetail: '案情正在读取', noDescription: '没有文字描述', more: '展开全文', less: '收起', photo: '现场照片 {n}',
  },
  sign: { delivered: '送达', seen: '已读', signed: '签收', reminded: '指挥室 {at} 催签，请马上签收', mayGo: '迟迟没有签收，可能转给别的队伍，请马上签收' },
  passedOn: { title: '没有按时签收，已转给别的队伍', to: '{at} 转给 {team}，你们不用再去' },
  step: { label: '办理进度', sign: '签收', arrive: '到场', handle: '处置', report: '反馈', waiting: '待签收', onTheWay: '在路上', toDepart: '待出发', working: '处置中', queued: '待发' },
  primary: {
    sign: '签收', signSub: '指挥室会立刻看到', depart: '出发', departSub: '告诉指挥室你们已经动身', arrive: '我已到场', arriveSub: '距案件 {n} 米内自动记到场', arriveNoSharing: '会核对你离案件的距离', locating: '正在定位',
    report: '反馈结果', reportSub: '写明办了什么，附现场照片', 'confirm-report': '核实属实', 'confirm-reportSub': '到现场看过，拍照后提交', 'pass-check': '核查通过', 'pass-checkSub': '到现场看过，拍照后提交',
  },
  waitingFor: {
    'return-requested': '已申请回退，等值班长答复', 'extension-requested': '已申请延期，等值班长答复', 'suspension-requested': '已申请挂账，等答复', sub: '答复前不用再操作，结果会立刻显示在这里',
  },
  tool: { navigate: '导航', photo: '拍照', room: '指挥室', report: '上报' },
  exception: { notMine: '不归我管', backup: '要增援', extension: '要延期' },
  arrival: {
    tooFar: '离案件还有 {distance}，再近 {missing}就能记到场', tooFarRough: '离案件约 {distance}，但定位误差有 {accuracy} 米。请到开阔处再试。', noPlace: '没有定位，记不了到场', reportAnyway: '不记到场，直接反馈',
  },
  distance: { m: '{value} 米', km: '{value} 公里' },
  unit: { m: 'm', km: 'km' },
  work: {
    kept: '已存在手机里，会自动送出', queued: '已记下，还没送出', next: '下一步 {stage}', penalties: '处罚案件 {n} 件', onSpot: '当场处罚', supports: '协办 {n} 件', support: '协办：{matter}', toDo: '要求', waits: '等别人办', lead: '{name}牵头', othersTurn: '这一步由别的岗位办理', record: '全过程记录', asked: '本单位应到',
    notTaken: '未接令', raidDone: '本单位已报结果', yuan: '元', fineHint: '0 元为警告，当场最高 {n} 元', tooHigh: '当场罚款不能超过 {n} 元，更高的须按普通程序立案', told: '已记上“{deed}”：{matter}', toldAlone: '指挥室已记下：{deed}',
    proxies: '代办 {n} 件', takeProxy: '上门收件', noProxy: '手上没有代办件', bring: '要带的材料', call: '拨打 {phone}', windowTurn: '现在由{name}办理，办到送达时会回到这里', ready: '可以送达', toBring: '要补材料', visited: '已记录，还没送出',
  },
  notice: {
    newOrder: '新派单：{matter}', passedOn: '{matter} 没有按时签收，已转给{team}，不用再去', reminded: '指挥室催签：{matter}', withdrawn: '指挥室已撤回：{matter}', reopened: '核查没有通过，要返工：{matter}', rebased: '{matter}：这期间案件有更新，你的“{action}”已按最新情况记上', refused: '{matter}：“{action}”没有记上，{why}', settled: '{matter}：同事已经{action}，你的不用再发',
    arrived: '已自动记到场', reached: '“{action}”已送到指挥室：{matter}', reported: '已登记 {matter}，等受理', selfHandled: '自处置已报 {matter}，等审核', kept: '照片已存在手机里', photoFailed: '照片没有存上，手机空间可能满了。请再拍一次。', photoUnreadable: '这张照片打不开：格式不支持，或者太大。请换一张，或把相机的照片格式改成 JPEG 再拍。', dismiss: '知道了',
  },
  idle: {
    title: '此刻没有派给你们的案件', lastDone: '最近办结：{matter}，{at}', nothingYet: '今天还没有办结的案件', doneToday: '今日办结', gridTitle: '没有要核实、核查的案件', seeBelow: '下面是本网格的在办案件',
  },
  others: '另有 {n} 件',
  photo: { add: '拍一张', label: '照片 {n}', drop: '删去这张', dropped: '删去这张照片？', required: '至少拍一张' },
  report: { title: '反馈结果', note: '办了什么', notePlaceholder: '例如：线缆已固定，车道已放开', submit: '提交反馈', missing: '请写一句办了什么', quick: ['已处置完毕，现场恢复', '已责令当场改正', '已劝离，现场正常', '已设警示，待专业队伍'] },
  back: {
    title: '不归我管', hint: '值班长看过理由后决定，同意前案件仍在你们手上。', reason: '为什么', reasons: ['不在本单位职责内', '不在本单位管辖范围', '案件类型派错', '需要县级部门处置'], basis: '依据', basisPlaceholder: '责任清单条目或文件名',
    submit: '申请回退', missingReason: '请选一条理由', missingBasis: '请写依据', missingForm: '请拍盖章申请表',
  },
  extend: {
    form: '盖章申请表照片', missingForm: '请拍下盖章申请表',
    title: '要延期', hint: '原办结限 {at}。值班长同意后按新期限计。', until: '延到', more: '再加 {span}', reason: '为什么', reasonPlaceholder: '例如：等吊车，明早到', submit: '申请延期', missing: '请写理由',
    critical: '特急案件不能延期', notYet: '签收后才能申请延期', notAllowed: '这件案子不能再延期',
  },
  room: {
    title: '指挥室', backupTitle: '要增援', call: '打电话 {phone}', noPhone: '没有登记指挥室电话。写一句，指挥台会立刻看到。', note: '告诉指挥室', notePlaceholder: '一句话说清要什么', backupQuick: ['要加派 2 人', '要交警疏导', '要吊车或抢修车', '有人受伤，要救护'],
    roomQuick: ['地点不对，请核对', '当事人不在现场', '需要更多情况'], submit: '发给指挥室', missing: '请写一句', backupPrefix: '要增援：{text}',
  },
  reach: {
    title: '诉求人', contact: '联系诉求人', due: '还没有联系', queued: '已记下，待发', atHand: '有事可以打电话', noPhone: '没有留电话', secretHint: '诉求人要求保密，号码不显示。请指挥室代为联系，再把结果记在这里。',
    note: '怎么说的', notePlaceholder: '例如：已告知半小时内到场', submit: '记下联系', missing: '请写一句怎么说的', quick: ['已告知马上到场', '已说明处理安排', '已核实地点和情况', '电话没有人接'],
  },
  navigate: { title: '导航去现场', amap: '高德地图', other: '手机里的其他地图', copy: '复制坐标', copied: '已复制', schematic: '只看示意图' },
  outbox: {
    title: '待发', notYours: '案件已不在你们手上（撤回、改派或并案）', unused: '没用上的照片 {n} 张', open: '待发 {n} 条，存着照片 {photos} 张', empty: '没有待发的，都已送到指挥室。', waiting: '等信号', notTaken: '服务器暂时不能保存，会自动再试', photos: '{n} 张照片', voices: '{n} 段语音', retry: '再发一次', discard: '不要了', discardSure: '删去这一条和它的照片？删了找不回来。', reasonState: '案件现在是“{state}”', report: '登记上报', safe: '关掉浏览器也不会丢。',
  },
  grid: {
    missingReason: '写明哪里没有到位',
    tasks: '要你办的', verify: '核实', check: '核查', verifyHint: '到现场看一眼：情况是否属实', checkHint: '到现场看一眼：是否处置到位', notTrue: '不属实，请告诉指挥室，由受理员退回。', note: '现场情况', notePlaceholder: '可不写', report: '登记上报',
  },
  newCase: {
    toHandle: '要派人处理', selfHandled: '我已当场处理好', before: '处理前', after: '处理后', missingBefore: '请拍一张处理前的照片', missingAfter: '请拍一张处理后的照片', submitSelfHandled: '自处置上报',
    drafts: '草稿', draft: '草稿：{what}', saveDraft: '存为草稿', discardDraft: '删除这份草稿', draftLost: '草稿没有存上，请稍后再试',
    title: '登记上报', type: '是什么事', typePlaceholder: '输几个字找类型', typeChange: '换一个', noType: '没有这个类型', place: '在哪里', placeOwn: '我所在的位置', placeMarked: '在图上点的位置', locate: '重新定位', mark: '在图上点', address: '标志物', addressPlaceholder: '例如：新街路口东北角，可不写',
    description: '看到什么', descriptionPlaceholder: '一两句话说清', submit: '上报', missingType: '请选类型', missingPlace: '还没有位置', missingDescription: '请写一句看到什么', missingPhoto: '请拍一张照片', accuracy: '误差约 {n} 米', outside: '这里不在本镇范围内', drag: '拖动地图，让十字对准地点', useThis: '就是这里',
  },
};
