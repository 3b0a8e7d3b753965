import { redirect } from '@remix-run/node';

/** The weather page of the Japan Meteorological Agency: plain, public, and nothing that stands out over a shoulder. */
const NEUTRAL_PAGE = 'https://www.jma.go.jp/bosai/forecast/';

export function loader() {
  return redirect(NEUTRAL_PAGE, { headers: { 'Cache-Control': 'no-store' } });
}
