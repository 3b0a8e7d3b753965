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
  'not-found': {
    status: 404,
    title: 'ファイルが見つかりません',
    body: 'ページが新しくなったのかもしれません。はじめのページからお進みください。',
  },
  broken: {
    status: 500,
    title: 'うまく表示できませんでした',
    body: 'こちらの不具合です。保存済みの回答や記録は残っています。少し待ってから、もう一度お試しください。',
  },
} as const;

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
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
