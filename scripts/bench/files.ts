import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createServer } from 'vite';
import tsconfigPaths from 'vite-tsconfig-paths';
import type * as Certificates from '../../app/documents/certificate.server';
import { writeWorkbook } from '../../app/documents/workbook.server';
import { ms, type Figure } from './figures';

const ROWS = 100_000;
const CERTIFICATES = 1000;
const MIB = 1024 * 1024;

const FACTS: Certificates.CertificateFacts = {
  title: '修了証',
  courseTitle: 'ゲートキーパー はじめの一歩',
  number: '第 27140-2026-000418 号',
  holderName: '髙﨑 𠮷美',
  holderKana: 'タカサキ　ヨシミ',
  bodyText:
    'あなたは、身近な人の変化に気づき、声をかけ、話を聞いて、必要な支援につなげ、見守る人としての学びを修められました。',
  issuedOnText: '令和8年（2026年）11月21日',
  expiresOnText: null,
  hostName: '堺市',
  hostDepartment: '健康福祉局 地域共生推進課',
  verifyUrl: 'https://tsunagu.example.jp/verify/7F3K2MQX9TVD',
  verifyCode: '7F3K-2MQX-9TVD',
  minutes: 30,
  versionNumber: 3,
  specimen: false,
};

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function* rows() {
  for (let i = 0; i < ROWS; i += 1) {
    yield [
      'ゲートキーパー',
      '2026-09',
      '271403',
      '堺市',
      '一般住民',
      '40代',
      '在住',
      i,
      i % 7,
      i % 3,
    ];
  }
}

export async function measureWorkbook(): Promise<Figure[]> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const cpu = cpuMs();
  let bytes = 0;
  const columns = Array.from({ length: 10 }, (_, i) => ({
    title: `column ${i}`,
    width: 12,
    kind: i < 7 ? ('text' as const) : ('number' as const),
  }));
  const sheets = [{ name: 'rows', head: [], columns, rows: rows() }];
  const reader = writeWorkbook({ sheets }).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.length;
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  delay.disable();
  const spent = cpuMs() - cpu;
  const bareFrom = cpuMs();
  let bare = 0;
  for (const row of rows()) bare += row.join(',').length;
  const bareMs = cpuMs() - bareFrom;
  const grown = (peak - before) / MIB;
  const longest = delay.max / 1e6;
  return [
    {
      what: 'XLSX of 100,000 rows: CPU',
      measured: `${ms(spent)}, ${(bytes / MIB).toFixed(1)} MB`,
      baseline: `${ms(bareMs)} joining ${(bare / MIB).toFixed(0)} M letters`,
      ratio: spent / bareMs,
      budget: '',
      kept: null,
    },
    {
      what: 'XLSX of 100,000 rows: memory, longest block',
      measured: `${grown.toFixed(0)} MB, ${ms(longest)}`,
      baseline: '',
      ratio: null,
      budget: '<= 150 MB, <= 50 ms',
      kept: grown <= 150 && longest <= 50,
    },
  ];
}

export async function measureCertificates(): Promise<Figure[]> {
  const vite = await createServer({
    configFile: false,
    plugins: [tsconfigPaths()],
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
    appType: 'custom',
    logLevel: 'error',
  });
  const { renderCertificate } = (await vite.ssrLoadModule(
    '/app/documents/certificate.server.ts',
  )) as typeof Certificates;
  const first = renderCertificate(FACTS);
  if (!first.ok) throw new Error(`the certificate lacks ${first.characters.join()}`);
  const begun = cpuMs();
  for (let i = 0; i < CERTIFICATES; i += 1) {
    renderCertificate({
      ...FACTS,
      holderName: `髙﨑 𠮷美${i}`,
      number: `第 27140-2026-${String(i).padStart(6, '0')} 号`,
    });
  }
  const each = (cpuMs() - begun) / CERTIFICATES;
  const sameFrom = cpuMs();
  for (let i = 0; i < CERTIFICATES / 10; i += 1) renderCertificate(FACTS);
  const same = (cpuMs() - sameFrom) / (CERTIFICATES / 10);
  await vite.close();
  return [
    {
      what: `${CERTIFICATES} certificates: CPU each`,
      measured: `${ms(each)}, ${(first.pdf.length / 1024).toFixed(0)} KB`,
      baseline: `${ms(same)} the same one again`,
      ratio: each / same,
      budget: '<= 10 ms',
      kept: each <= 10,
    },
  ];
}
