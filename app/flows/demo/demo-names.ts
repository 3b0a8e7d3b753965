import type { Sex } from '~/db/tables/people';
import type { Random } from './random';

type Written = readonly [name: string, kana: string];

function pairs(text: string): Written[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [name, kana] = pair.split('/');
      return [name!, kana!] as const;
    });
}

const SURNAMES = pairs(`
  佐藤/サトウ 鈴木/スズキ 高橋/タカハシ 田中/タナカ 伊藤/イトウ 渡辺/ワタナベ 山本/ヤマモト 中村/ナカムラ
  小林/コバヤシ 加藤/カトウ 吉田/ヨシダ 山田/ヤマダ 佐々木/ササキ 山口/ヤマグチ 松本/マツモト 井上/イノウエ
  木村/キムラ 林/ハヤシ 清水/シミズ 山崎/ヤマザキ 森/モリ 池田/イケダ 橋本/ハシモト 阿部/アベ 石川/イシカワ
  山下/ヤマシタ 中島/ナカジマ 前田/マエダ 藤田/フジタ 小川/オガワ 後藤/ゴトウ 岡田/オカダ 長谷川/ハセガワ
  村上/ムラカミ 近藤/コンドウ 石井/イシイ 坂本/サカモト 遠藤/エンドウ 青木/アオキ 藤井/フジイ 西村/ニシムラ
  福田/フクダ 太田/オオタ 三浦/ミウラ 岡本/オカモト 松田/マツダ 中川/ナカガワ 中野/ナカノ 原田/ハラダ 小野/オノ
  田村/タムラ 竹内/タケウチ 金子/カネコ 和田/ワダ 中山/ナカヤマ 石田/イシダ 上田/ウエダ 森田/モリタ 原/ハラ
  柴田/シバタ 酒井/サカイ 宮崎/ミヤザキ 横山/ヨコヤマ 内田/ウチダ 髙木/タカギ 安藤/アンドウ 谷口/タニグチ
  大野/オオノ 丸山/マルヤマ 今井/イマイ 髙田/タカダ 藤本/フジモト 村田/ムラタ 武田/タケダ 上野/ウエノ 杉山/スギヤマ
  増田/マスダ 平野/ヒラノ 菅原/スガワラ 久保/クボ 松井/マツイ 岩崎/イワサキ 桜井/サクライ 木下/キノシタ
  野口/ノグチ 菊地/キクチ 野村/ノムラ 新井/アライ 渡邉/ワタナベ 齋藤/サイトウ 金/キム グエン/グエン 陳/チン
`);

/** Names that forms, files and printers are tried by. */
const HARD_SURNAMES = pairs(`
  髙﨑/タカサキ 𠮷田/ヨシダ 葛󠄀西/カサイ 渡邊/ワタナベ 邉見/ヘンミ 齊藤/サイトウ 濵田/ハマダ 德永/トクナガ
  神﨑/カンザキ 桒原/クワバラ 栁沢/ヤナギサワ 森鷗/モリオウ 勅使河原/テシガワラ 小比類巻/コヒルイマキ
`);

const FEMALE = pairs(`
  陽子/ヨウコ 恵子/ケイコ 和子/カズコ 幸子/サチコ 洋子/ヨウコ 明美/アケミ 由美/ユミ 真由美/マユミ 久美子/クミコ
  裕子/ユウコ 智子/トモコ 直美/ナオミ 香織/カオリ 美穂/ミホ 愛/アイ 麻衣/マイ 彩/アヤ 美咲/ミサキ さくら/サクラ
  葵/アオイ 結衣/ユイ 陽菜/ヒナ 千代/チヨ 節子/セツコ 文子/フミコ 典子/ノリコ 真理/マリ 詩織/シオリ 凜/リン 𠮷美/ヨシミ
`);
const MALE = pairs(`
  誠/マコト 隆/タカシ 浩/ヒロシ 健一/ケンイチ 哲也/テツヤ 博/ヒロシ 修/オサム 茂/シゲル 勇/イサム 清/キヨシ 豊/ユタカ
  剛/ツヨシ 大輔/ダイスケ 拓也/タクヤ 翔太/ショウタ 健太/ケンタ 直樹/ナオキ 達也/タツヤ 亮/リョウ 蓮/レン 悠真/ユウマ
  湊/ミナト 陽翔/ハルト 正夫/マサオ 昭/アキラ 和夫/カズオ 光男/ミツオ 学/マナブ 淳/ジュン 一郎/イチロウ
`);

const HARD_SHARE = 0.02;

/** A made-up name as typed, with its kana. */
export function makeName(random: Random, sex: Sex): { name: string; kana: string } {
  const [surname, surnameKana] = random.pick(random.chance(HARD_SHARE) ? HARD_SURNAMES : SURNAMES);
  const female = sex === 'female' || (sex !== 'male' && random.chance(0.5));
  const [given, givenKana] = random.pick(female ? FEMALE : MALE);
  return { name: `${surname} ${given}`, kana: `${surnameKana}　${givenKana}` };
}
