/** The value of the first cookie that the browser sent under one of these names, as it was sent; null when there is none. */
export function cookieValue(request: Request, ...names: string[]): string | null {
  for (const one of (request.headers.get('Cookie') ?? '').split(/; */)) {
    const name = names.find((known) => one.startsWith(`${known}=`));
    if (name) return one.slice(name.length + 1);
  }
  return null;
}
