import { existsSync } from 'node:fs';
import { giveUp, run } from './child.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The same engine without a window around it: a page costs it half. The tests use it where it is. */
const SHELL = '/usr/bin/chromium-headless-shell';
const FONT_PLACES = ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto-cjk'];
const INSTALL =
  'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk';

const INSTALL_SHELL = 'apt-get install -y --no-install-recommends chromium-headless-shell';

const findBrowser = () =>
  [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));
const hasFonts = () => FONT_PLACES.some((path) => existsSync(path));

const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const install = (command) =>
  run('sh', ['-c', command], { capture: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });

/** Chromium and Japanese fonts for the browser tests: brought by apt where that may be done, asked for otherwise. */
export async function ensureBrowser() {
  if (mayInstall() && !(findBrowser() && hasFonts())) {
    console.log('Installing Chromium and Japanese fonts …');
    const { code, output } = await install(INSTALL);
    if (code !== 0) console.error(output.split('\n').slice(-20).join('\n'));
  }
  // Only quicker: without it the tests run in Chromium itself.
  if (mayInstall() && !process.env.CHROMIUM && !existsSync(SHELL)) await install(INSTALL_SHELL);
  if (!findBrowser() || !hasFonts()) {
    giveUp(
      'The browser tests need Chromium and Japanese fonts. As root:',
      `  ${INSTALL}`,
      'Or name a Chromium of your own: CHROMIUM=/path/to/chromium npm test',
    );
  }
}
