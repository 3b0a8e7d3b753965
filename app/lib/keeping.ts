/** True when a device fetches a page only to keep it: nobody reads it now, and nobody's place moves by it. */
export function isKeeping(request: Request): boolean {
  return request.headers.get('X-Keeping') === 'on';
}
