/** 百姓上报: the page of those who live here, in plain words. */
export const citizen = {
  title: '百姓上报', village: '村情通', largeType: '大字', usualType: '常规字号', report: '我要上报', look: '查进度', what: '什么事', where: '在哪里', seen: '说说情况', photos: '拍照片', who: '怎么称呼您（可不填）', name: '称呼', phone: '手机号', private: '只给办事的人联系用，别人看不到。不留也会答复，凭回执码看。',
  seenHint: '看到了什么、多久了', addressHint: '旁边的店、路口或门牌（可不填）', locate: '用我现在的位置', pick: '在地图上点位置', useThis: '就是这里', drag: '拖动地图，让十字对准地点', placeOwn: '用的是您现在的位置', placeMarked: '用的是您在地图上选的位置', noPlace: '还没有位置', locating: '正在取位置…', denied: '取不到位置，请在地图上选', outside: '这个位置不在{town}，请重新选', add: '加照片', drop: '去掉照片 {n}', photo: '照片 {n}', most: '最多 {n} 张',
  missing: { matter: '请选什么事', place: '请给出位置', seen: '请说说情况，至少四个字' }, send: '提交', checking: '正在验证…', sendingPhoto: '正在传照片 {n}/{of}…', sending: '正在提交…', keptHere: '没有发出去，内容还在这部手机上。请看网络后再点提交，不会重复。', photoRefused: '照片 {n} 没有收下：{why}',
  received: '收到了', code: '回执码', codeHint: '凭这个码查进度、看答复、作评价。别人有了码也能看，请收好。', copy: '复制回执码', copied: '已复制', seeProgress: '看进度', another: '再报一件', codeField: '输入回执码', open: '查询', mine: '这部手机上报过的', no: '编号 {no}', demo: '演示数据', closed: '暂时连不上，请稍后再试', retry: '重试',
  stage: { open: '正在办理', done: '已经办结', refused: '没有受理', ended: '已经终止' }, due: '承诺在 {at} 前办结', answer: '给您的答复', noAnswer: '办结后会在这里答复您',
  step: { received: '收到您的上报', looking: '正派人去核实', accepted: '已经受理', refused: '没有受理', joined: '和别人报的同一件事合在一起办', filed: '已经立案，准备派人', sent: '已经派人去办', raised: '已经请县里来办', taken: '办事的人已经接手', there: '办事的人已经到场', waiting: '要等一等，条件到了再接着办', resumed: '接着办了', done: '办完了，等核查', again: '核查没通过，重新办', closed: '已经办结', answered: '已经答复您', rated: '收到您的评价', 'asked-again': '您申请重新办理', kept: '没有重新办理，已经答复您', reopened: '又重新办理', ended: '已经终止' },
  rate: '您满意吗', solved: '事情解决了吗', yes: '解决了', no_: '没解决', grade: { g5: '很满意', g4: '满意', g3: '基本满意', g2: '不满意', g1: '很不满意' }, giveRating: '提交评价', thanks: '谢谢您的评价', refresh: '刷新',
  sign: { title: '有事扫一扫', all: '百姓上报公示牌', count: '{n} 块', print: '打印', whole: '全域一块', villages: '各村各一块', what: '看到{matters}……', how: '拍张照片，说一句情况，就有人来办', free: '不用装软件，不用登录，微信扫码就行', after: '凭回执码看进度、看答复、作评价', phone: '也可以打电话 {phone}', sites: '农房公示牌' },
  again: { open: '还没办好？申请重新办理', title: '申请重新办理', until: '{at} 前可以申请，每轮一次，由值班长决定。', hint: '哪里没有办好，现在怎么样', few: '请说说哪里没办好，至少四个字', send: '提交申请', unsent: '没有发出去，请看网络后再点，不会重复。', waits: '已经收到您的申请，由值班长决定，结果会写在这里。', answer: '没有重新办理，答复如下' },
};
