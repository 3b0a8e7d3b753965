import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { findReadingSettings, keepReadingSettings } from '~/lib/reading-settings';
import { samePlace } from '~/lib/same-place';

export function loader() {
  return redirect('/');
}

/** Keeps how this reader wants pages shown, and goes back to where she was. What is not sent stays as it was. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const settings = findReadingSettings(request);
  const furigana = form.get('furigana');
  const text = form.get('text');
  if (furigana === 'on' || furigana === 'off') settings.furigana = furigana === 'on';
  if (text === 'normal' || text === 'large' || text === 'larger') settings.text = text;
  const cookie = keepReadingSettings(settings, context.origin.startsWith('https:'));
  return redirect(samePlace(form.get('to')), { headers: { 'Set-Cookie': cookie } });
}
