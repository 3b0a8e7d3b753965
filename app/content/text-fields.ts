import { z } from 'zod';
import { markFurigana } from './furigana-marks';

export const text = (max = 2000) =>
  z
    .string()
    .refine((value) => value.trim() !== '', {
      error: '中が空です',
      params: { remedy: '文を書いてください' },
    })
    .refine((value) => [...value].length <= max, {
      error: `長すぎます（${max}字まで）`,
      params: { remedy: '短くしてください' },
    });

export const words = (max = 1000) =>
  text(max)
    .refine((value) => !/[{}]/.test(markFurigana(value)), {
      error: '{ } の書き方が読めません',
      params: { remedy: 'ふりがなは {漢字|かんじ} の形（読みはかなだけ）で書きます' },
    })
    .refine((value) => !/<\/?[A-Za-z!]|\*\*|^#+ /m.test(value), {
      error: 'ここに書けるのは文字とふりがなだけです',
      params: { remedy: 'タグや太字の印を消してください' },
    });

export const slug = z
  .string()
  .refine((value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 60, {
    error: '使える文字は a-z、0-9 と - です',
    params: { remedy: '小文字の英数字とハイフンだけにしてください' },
  });

/** Of the original it was made from; `older` when the original has moved on and the edition has not. */
export const ofOriginal = {
  original: z.string().refine((value) => /^[0-9a-f]{12}$/.test(value), {
    error: 'original が 12 桁の印ではありません',
    params: { remedy: 'original: "000000000000" と書き、npm run content:stamp を実行してください' },
  }),
  older: z.literal(true).optional(),
};
