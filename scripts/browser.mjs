import { existsSync } from 'node:fs';
import { giveUp, run } from './child.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FONT_PLACES = ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto-cjk'];
const INSTALL =
  'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk';

const findBrowser = () =>
  [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));
const hasFonts = () => FONT_PLACES.some((path) => existsSync(path));

/** Chromium and Japanese fonts for the browser tests: brought by apt where that may be done, asked for otherwise. */
export async function ensureBrowser() {
  if (findBrowser() && hasFonts()) return findBrowser();
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium and Japanese fonts …');
    const { code, output } = await run('sh', ['-c', INSTALL], {
      capture: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (code !== 0) console.error(output.split('\n').slice(-20).join('\n'));
  }
  if (!findBrowser() || !hasFonts()) {
    giveUp(
      'The browser tests need Chromium and Japanese fonts. As root:',
      `  ${INSTALL}`,
      'Or name a Chromium of your own: CHROMIUM=/path/to/chromium npm test',
    );
  }
  return findBrowser();
}
