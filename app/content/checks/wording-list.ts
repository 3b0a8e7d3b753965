/**
 * Words that stand in no lesson, question or conversation, and what can stand there instead.
 *
 * `everywhere`: also in what a person of a story says. `ours`: only in our own voice, since somebody
 * may well say of herself that she is weak, and the lesson answers her. `verdict`: only where an
 * answer is answered. 『…』 is the title of a work and never judged.
 */
export type Wording = {
  pattern: RegExp;
  where: 'everywhere' | 'ours' | 'verdict';
  reason: string;
  remedy: string;
  /** Not refused where the same sentence takes it back: 弱いからではありません. */
  mayBeDenied?: true;
};

const METHOD = {
  where: 'everywhere',
  reason: '亡くなる方法にふれています',
  remedy: '方法は書かず、「つらさが限界まで来ていた」のように気持ちのほうを書いてください',
} as const;
const PLACE = {
  where: 'everywhere',
  reason: '亡くなった場所にふれています',
  remedy: '場所は書かずに、残された人の今の暮らしから書いてください',
} as const;
const OUTCOME = {
  where: 'everywhere',
  reason: '自殺を、うまくいった・いかなかったで語っています',
  remedy: '「亡くなった」「命が助かった」「命に関わることがあった」と書いてください',
} as const;
const RESULT = {
  where: 'everywhere',
  reason: '人を成功・失敗で分けることばです',
  remedy:
    '「うまくいった」「届いた」「思うようにいかなかった」「もう一歩」などに言い換えてください',
} as const;
const BLAME = {
  where: 'everywhere',
  reason: '気づけなかった人を責めることばです',
  remedy: '「気づけない日もあります」「できる範囲で」と書いてください',
} as const;
const VERDICT = {
  where: 'everywhere',
  reason: '学ぶ人に判定を下すことばです',
  remedy: '「もう一歩」「こうするとより届きます」「別の受けとめ方もあります」に言い換えてください',
} as const;
const SHOCK = {
  where: 'ours',
  reason: '人をおどろかせるためのことばです',
  remedy: '形容をやめて、分かっていることだけを、年と出典を添えて書いてください',
} as const;
const LABEL = {
  where: 'ours',
  mayBeDenied: true,
  reason: '孤立や不調を、その人の弱さや落ち度にしています',
  remedy:
    '「つらい状況にある人」「今は力が出ない日」のように、人ではなく状況のほうを書いてください',
} as const;
const DIAGNOSIS = {
  where: 'ours',
  mayBeDenied: true,
  reason: '人に診断を下しています',
  remedy:
    '「眠れていないと話していた」のように、見たこと・聞いたことだけを書いてください。診断は医師の仕事です',
} as const;
const RESCUE = {
  where: 'ours',
  mayBeDenied: true,
  reason: '「救う」ことを読む人に負わせています',
  remedy: '「できる範囲で」「一緒に」「つなぐ」ということばで書いてください',
} as const;

const ILLNESS =
  '(?:うつ|鬱|躁うつ|統合失調|双極性|適応|発達|不安|パニック|依存|認知)(?:病|症|障害)?';
const SOMEBODY =
  '(?:さん|くん|君|ちゃん|[彼父母兄姉弟妹]|彼女|[あこそ]の(?:人|方|子)|あなた|相手|本人|同僚|友人|友だち|友達)';

export const JAPANESE: Wording[] = [
  { ...METHOD, pattern: /首を?[吊つ]|首[吊つ]り|飛び降り(?=自|て(?:死|亡)|る?つもり|たい)/ },
  { ...METHOD, pattern: /(?:ビル|屋上|ベランダ|マンション|橋|崖|がけ)から(?:飛び|とび|身を投)/ },
  { ...METHOD, pattern: /(?:電車|線路|ホーム|車道)[にへ](?:飛び|とび|身を投)/ },
  {
    ...METHOD,
    pattern: /練炭|硫化水素|服毒|入水自殺|致死量|過量服薬|オーバードーズ|リストカット/,
  },
  {
    ...METHOD,
    pattern:
      /(?:薬|錠剤)を(?:大量|たくさん|まとめて|一度に)[^。]{0,4}飲|手首を(?:切|きっ|きり|きる)/,
  },
  { ...METHOD, pattern: /(?:自殺|自死|死ぬ|死の)(?:の|ための)?(?:方法|手段|やり方)|死に方/ },
  { ...PLACE, pattern: /自殺の?(?:名所|現場)|死に場所|樹海/ },
  {
    where: 'everywhere',
    pattern: /遺書|いしょ(?=を(?:書|か|残|のこ)|が(?:あ|見|み))/,
    reason: '「遺書」ということばです',
    remedy: '残されたことばにはふれず、残された人の気持ちから書いてください',
  },
  {
    ...OUTCOME,
    pattern: /(?:自殺|自死)[^。、]{0,6}(?:成功|失敗|完遂|既遂|未遂に終わ|やりとげ)|未遂に終わ/,
  },
  {
    ...RESULT,
    // Of a thing it may be said: 市の取組が成功した例, 送信に失敗しました.
    pattern:
      /(?<!(?:事業|取組|取り組み|実験|企画|送信|受信|通信|保存|読み込み|登録)[にはがのも]{0,2}(?:大)?)(?:(?:大成功|成功)(?!例|(?:した|の)(?:例|事例|事業|取組|取り組み|理由))|失敗|しっぱい|せいこう(?=し|で|す))/,
  },
  {
    ...BLAME,
    pattern: /防げた|ふせげた|防ぐことができた|(?:救え|助けられ|気づけ|止められ)(?:た|てい?た)はず/,
  },
  { ...BLAME, pattern: /見逃すな|見のがすな|見逃しては(?:いけ|なら|だめ)|見逃さないで/ },
  { ...VERDICT, pattern: /不正解|不合格|失格(?!者?リスト)|落第/ },
  {
    ...VERDICT,
    where: 'verdict',
    pattern:
      /^「?(?:(?:間違い|まちがい|誤り)(?!で[はも]|じゃ)|はずれ|残念|ざんねん|ブー|×|✕)|(?:間違い|まちがい|誤り)(?:です|でした|だ。)|正しくありません/,
  },
  {
    ...SHOCK,
    pattern: /衝撃(?:的|の(?:事実|数字|実態|真実|結果)|が走)|後を絶た|過去最悪|激増|蔓延|まん延/,
  },
  { ...SHOCK, pattern: /悲劇|惨劇|凄惨|無残|悲惨|身の毛もよだつ|死の連鎖|命を奪う病/ },
  {
    ...LABEL,
    pattern:
      /(?:孤立|孤独|ひとり|一人|独り)[^。、]{0,8}(?:本人|自分|その人)(?:自身)?の(?:せい|責任)|自己責任|自業自得/,
  },
  {
    ...LABEL,
    pattern:
      /(?:心|気持ち|メンタル)[のがも]?弱(?:い|か|さ|く)|弱い(?:人|方|子|から|者)|弱者|よわい(?:人|ひと|方|子)/,
  },
  {
    ...LABEL,
    pattern: /かわいそう|可哀想|可哀そう|みじめな|不幸な人|負け組|甘えて?(?:だ|です|いる)/,
  },
  {
    where: 'ours',
    pattern: /(?:困難|悩み|問題|課題|生きづらさ)を(?:抱|かか)える(?:方々|人々|人たち)/,
    reason: '人をひとまとめにしたことばです',
    remedy: '一人の人、一つの場面で書いてください',
  },
  {
    ...DIAGNOSIS,
    pattern: new RegExp(
      `${SOMEBODY}(?:は|って|も|が)[、 ]?(?:きっと|たぶん|おそらく|もう|絶対に?)?[、 ]?${ILLNESS}(?:病|症)?(?:なん)?(?:だ(?!と(?:言|い)われ)|です|でしょう|だろう|っぽい|かもしれ|に違い|にちがい)`,
    ),
  },
  {
    ...DIAGNOSIS,
    pattern: new RegExp(`${ILLNESS}(?:である)?に(?:違い|ちがい)(?:ない|ありません)`),
  },
  {
    ...DIAGNOSIS,
    pattern: new RegExp(
      `(?:きっと|たぶん|おそらく|絶対に?)、?${ILLNESS}(?:なん)?(?:だ|です|でしょう|だろう)`,
    ),
  },
  {
    ...RESCUE,
    pattern:
      /(?:必ず|かならず|絶対に?)[^。、]{0,6}(?:救え|救う|救い|助けられ|助けて(?:あげ|み))|救ってあげ|あなたが救|命を救った/,
  },
];

export const ENGLISH: Wording[] = [
  {
    ...METHOD,
    pattern:
      /\bhang(?:ed|ing)? (?:him|her|them|my|your)sel|\bjump\w* (?:off|from) (?:a|the) (?:bridge|building|roof|balcony|cliff)|\b(?:in front of|under) a train|\boverdos|\bslit\b|\bcut(?:ting)? (?:his|her|their|my) wrist/i,
  },
  {
    ...METHOD,
    pattern: /\b(?:suicide|way of dying|ways to die)\b[^.]{0,10}\bmethod|\bmethods? of suicide/i,
  },
  { ...PLACE, pattern: /\bsuicide (?:spot|site|hot ?spot)/i },
  {
    where: 'everywhere',
    pattern: /\bsuicide note/i,
    reason: '「遺書」ということばです',
    remedy: '残されたことばにはふれず、残された人の気持ちから書いてください',
  },
  {
    ...OUTCOME,
    reason: '自殺を、罪や成否で語っています（committed / successful / failed）',
    remedy: '“died by suicide” “survived” と書いてください',
    pattern:
      /\bcommit(?:s|ted|ting)? suicide|\b(?:successful|failed|unsuccessful|completed)\s+(?:suicide|attempt)|\bsuicide (?:succeed|fail)/i,
  },
  {
    ...RESULT,
    remedy: '“it went well” “it reached her” “it did not go as hoped” などに言い換えてください',
    pattern:
      /\b(?:he|she|they|you|we|I|who|supporter|gatekeeper|learner)(?:'ve|’ve)? (?:have |has |had |will )?(?:fail(?:ed|s)?|succeed(?:ed|s)?)\b|\b(?:is|was|are|were|am|be|feel like) (?:a |such a )?(?:failure|success)\b/i,
  },
  {
    ...BLAME,
    remedy: '“There are days when we do not notice.” “as far as you can” と書いてください',
    pattern:
      /\bcould have (?:been (?:prevented|saved|avoided)|saved|prevented)|\bshould have noticed|\bdo(?:n't|n’t| not| not ever) (?:ever )?miss (?:the|a|any) (?:warning )?sign/i,
  },
  {
    ...VERDICT,
    remedy: '“one more step” “this may reach her better” と書いてください',
    pattern: /\bdisqualified\b|\byou(?:'re| are) wrong\b|\bwrong answer/i,
  },
  {
    ...VERDICT,
    where: 'verdict',
    remedy: '“one more step” “this may reach her better” と書いてください',
    pattern: /^(?:wrong|incorrect|no, |sorry, )|\bincorrect\b/i,
  },
  {
    ...SHOCK,
    pattern: /\bshocking|\bepidemic of|\bskyrocket|\bhorrif|\bsenseless death|\btragic(?:ally)?\b/i,
  },
  {
    ...LABEL,
    remedy: '“a person in a hard situation” のように、人ではなく状況のほうを書いてください',
    pattern:
      /\bweak(?:-| )?(?:minded|willed)|\bweak (?:person|people|one|ones)\b|\bpoor (?:thing|things|soul|souls|man|woman|girl|boy)\b|\b(?:his|her|their|your) own fault|\bonly (?:him|her|them|your)sel(?:f|ves) to blame|\bvictim of (?:loneliness|isolation)/i,
  },
  {
    ...DIAGNOSIS,
    remedy: '“She said she was not sleeping.” のように、見たこと・聞いたことだけを書いてください',
    pattern:
      /\b(?:he|she|they|you)(?:'s|’s| is| are|'re)? (?:must be|probably|clearly|surely|definitely|obviously|must have|has to be) (?:have |has |is |are |be )?(?:clinically )?(?:depress|bipolar|schizo|autis|mentally ill|an? (?:anxiety|panic|eating) disorder)/i,
  },
  {
    ...RESCUE,
    remedy: '“as far as you can” “together” と書いてください',
    pattern:
      /\b(?:always|must|have to|will) (?:save|rescue) (?:them|him|her|a life|lives|people)|\byou (?:can|will) save (?:a life|lives)/i,
  },
];
