/** A page for when the application itself cannot answer. Needs nothing but these words. */
const PAGES = {
  'foreign-write': {
    status: 403,
    title: 'この送信を受け取れませんでした',
    body: 'ほかのサイトから送られたように見えたため、安全のために止めました。何も変わっていません。このサイトのページをひらき直して、もう一度お送りください。',
  },
  'too-large': {
    status: 413,
    title: '送られた内容が大きすぎます',
    body: '一度に送れるのは1メガバイトまでです。何も変わっていません。前のページに戻り、内容を短くしてお送りください。',
  },
  'file-too-large': {
    status: 413,
    title: 'ファイルが大きすぎます',
    body: '一度に送れるのは10メガバイトまでです。何も変わっていません。名簿のほかのシートや画像をのぞくか、名簿を分けて、もう一度お送りください。',
  },
  'not-found': {
    status: 404,
    title: 'ファイルが見つかりません',
    body: 'ページが新しくなったのかもしれません。はじめのページからお進みください。',
  },
  'not-a-form': {
    status: 415,
    title: 'この形の送信は受け取れません',
    body: 'このサイトのページの入力欄からお送りください。何も変わっていません。',
  },
  forbidden: {
    status: 403,
    title: 'このページは、担当の方だけが見られます',
    body: 'お使いのアカウントでは、この地域や機能を見ることができません。別のアカウントをお持ちの方は、ログインし直してください。',
  },
  unknown: {
    status: 404,
    title: 'ページが見つかりません',
    body: 'アドレスが変わったか、打ちまちがいかもしれません。はじめのページからお進みください。',
  },
  'wrong-method': {
    status: 405,
    title: 'この操作はできません',
    body: '前のページに戻って、もう一度お試しください。',
  },
  'disk-full': {
    status: 503,
    title: 'いま、保存できません',
    body: '記録をしまう場所がいっぱいになっています。いま送られた内容は保存されていません。これまでの記録は、そのまま残っています。ブラウザーの「戻る」で前のページに戻ると、入力した内容が残っていることがあります。時間をおいて、もう一度お送りください。',
  },
  'read-only': {
    status: 503,
    title: 'いま、保存できません',
    body: '記録をしまう場所に書き込めなくなっています。いま送られた内容は保存されていません。これまでの記録は、そのまま残っています。時間をおいて、もう一度お送りください。',
  },
  busy: {
    status: 503,
    title: 'いま、混み合っています',
    body: 'ほかの作業が続いていて、保存の順番が回ってきませんでした。いま送られた内容は保存されていません。1分ほど待ってから、もう一度お送りください。',
  },
  'disk-broken': {
    status: 503,
    title: 'いま、記録を読み書きできません',
    body: '記録をしまう場所に不具合があります。いま送られた内容は保存されていません。運営者が直すまで、お待ちください。',
  },
  broken: {
    status: 500,
    title: 'うまく表示できませんでした',
    body: 'こちらの不具合です。保存済みの回答や記録は残っています。少し待ってから、もう一度お試しください。',
  },
} as const;

const BY_STATUS = { 403: 'forbidden', 404: 'unknown', 405: 'wrong-method', 500: 'broken' } as const;

/**
 * The answer itself, or a page in words where it refuses without any for a reader: files and forms
 * have no page of their own, and what Remix says for them is for programmers.
 */
export function inWords(response: Response): Response {
  const { status, headers } = response;
  const isForProgrammers =
    headers.has('x-remix-error') ||
    (status === 500 && headers.get('content-type') === 'text/plain');
  if (response.body && !isForProgrammers) return response;
  if (!(status in BY_STATUS)) return response;
  const page = plainPage(BY_STATUS[status as keyof typeof BY_STATUS]);
  const allow = headers.get('allow');
  if (allow) page.headers.set('Allow', allow);
  return page;
}

export function plainPage(name: keyof typeof PAGES): Response {
  const { status, title, body } = PAGES[name];
  const html = `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}｜つなぐ</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${body}</p>
<p><a href="/">はじめのページ</a></p>
</main>
</body>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(status === 503 ? { 'Retry-After': '60' } : {}),
    },
  });
}
