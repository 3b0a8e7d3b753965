import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { build as esbuild } from 'esbuild';
import { defineConfig, type Plugin } from 'vite';
import tsconfigPaths from 'vite-tsconfig-paths';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * The service worker stands at the root, not hashed, and is built by itself: it knows the name of every file
 * that a page runs or shows.
 */
function serviceWorker(): Plugin {
  let isClient = false;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved({ build: { ssr } }) {
      isClient = !ssr;
    },
    async generateBundle(_, bundle) {
      if (!isClient) return;
      const files = Object.keys(bundle).filter((name) => name.endsWith('.css'));
      const queue = Object.values(bundle)
        .filter(
          (one) => one.type === 'chunk' && /entry\.client\.tsx$/.test(one.facadeModuleId ?? ''),
        )
        .map(({ fileName }) => fileName);
      for (const name of queue) {
        const chunk = bundle[name];
        if (chunk?.type !== 'chunk' || files.includes(name)) continue;
        files.push(name);
        queue.push(...chunk.imports, ...chunk.dynamicImports);
      }
      const paths = files.map((name) => `/${name}`).sort();
      const version = createHash('sha256').update(paths.join()).digest('hex').slice(0, 12);
      const { outputFiles } = await esbuild({
        entryPoints: ['app/enhance/offline/worker.ts'],
        bundle: true,
        minify: true,
        write: false,
        format: 'iife',
        target: 'es2020',
        define: { FILES: JSON.stringify(paths), BUILD: JSON.stringify(version) },
      });
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: outputFiles[0]!.text });
    },
  };
}

/** While somebody writes the words of the screens: their readings follow, and wake the compiler of the words. */
function readings(): Plugin {
  return {
    name: 'readings',
    apply: 'serve',
    configureServer({ watcher, config }) {
      watcher.on('change', (path) => {
        if (!/\/messages\/((ja|easy)\/[^/]+|readings)\.json$/.test(path)) return;
        execFile(
          process.execPath,
          ['--import', 'tsx', 'scripts/read-words.ts'],
          (error, _, said) => {
            if (error) config.logger.error(said);
          },
        );
      });
    },
  };
}

/** While somebody writes: a changed word shows at once. Before a build `scripts/built.mjs` compiles them. */
const wordsAsTheyChange = () =>
  paraglideVitePlugin({
    project: './project.inlang',
    outdir: './app/paraglide',
    emitTsDeclarations: true,
    strategy: ['baseLocale'],
    outputStructure: 'locale-modules',
  });

export default defineConfig(({ command }) => ({
  plugins: [
    readings(),
    command === 'serve' && wordsAsTheyChange(),
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
    tsconfigPaths(),
    serviceWorker(),
  ],
  ssr: { external: ['better-sqlite3', '@node-rs/argon2', '@myriaddreamin/typst-ts-node-compiler'] },
  build: { target: 'es2020', assetsInlineLimit: 0 },
}));
