import type { Random } from '../geography/random.ts';

const SURNAMES = [...'王陈徐张周李赵吴沈朱孙钱许顾陆黄蒋刘曹薛缪承贡邵夏金胡杨何包唐袁高季严花殷龚卞冯程邓梅汤费奚戴任谢丁'];
const MIDDLES = [...'建国志文晓海永丽春雪玉俊立亚仁正伟小红雅静兴明思耀宗荣培锡庆维梦佳子长凤惠忠祖亦润嘉'];
const LASTS = [...'明华芳强军平敏兰峰英杰燕刚琴林龙洁斌娟浩涛霞辉东宁萍波娜贤良洪飞云清芬勇红君凯怡昌成娣'];

/** Invented names (示意), never the same twice: about 100 000 are to be had. */
export function createNames(random: Random): () => string {
  const given = new Set<string>();
  return () => {
    for (;;) {
      const middle = random.next() < 0.22 ? '' : random.pick(MIDDLES);
      const name = `${random.pick(SURNAMES)}${middle}${random.pick(LASTS)}`;
      if (given.has(name)) continue;
      given.add(name);
      return name;
    }
  };
}

/** Telephone numbers from one run that no operator gives out, in order. */
export function createPhones(): () => string {
  let serial = 0;
  return () => `1390000${String((serial += 1)).padStart(4, '0')}`;
}
