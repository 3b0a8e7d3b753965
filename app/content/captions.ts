import type { Problem } from './refusal';

const TIME = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;

/** What a browser could not show of captions (WebVTT), with the line it stands on. */
export function checkCaptions(source: string): Problem[] {
  const lines = source.split('\n');
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? ''))
    return [
      {
        line: 1,
        column: 1,
        reason: '一行目が WEBVTT ではありません',
        remedy: '一行目を WEBVTT だけにし、空行を一つ置いてください',
      },
    ];
  const problems: Problem[] = [];
  let last = 0;
  let cues = 0;
  lines.forEach((line, i) => {
    const refuse = (reason: string, remedy: string) =>
      problems.push({ line: i + 1, column: 1, reason, remedy });
    if (/<[^>]*>/.test(line))
      refuse('字幕にタグが入っています', 'ことばだけを書いてください');
    if (!line.includes('-->')) return;
    cues++;
    const [from = '', after = ''] = line.split('-->');
    const begin = secondsOf(from.trim());
    const end = secondsOf(after.trim().split(/\s/)[0] ?? '');
    if (begin === null || end === null) {
      refuse('字幕の時刻が読めません', '00:00:01.000 --> 00:00:03.500 の形で書いてください');
      return;
    }
    if (end <= begin) refuse('字幕の終わりが始まりより前です', '時刻を直してください');
    if (begin < last) refuse('字幕が時刻の順に並んでいません', '順に並べ直してください');
    last = begin;
    if (!lines[i + 1]?.trim()) refuse('字幕に、ことばがありません', 'すぐ次の行に書いてください');
  });
  if (cues === 0)
    problems.push({
      line: 1,
      column: 1,
      reason: '字幕が一つもありません',
      remedy: '話されることばを、時刻とともに書いてください',
    });
  return problems;
}

function secondsOf(text: string): number | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hours = '0', minutes = '', seconds = '', thousandths = ''] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${thousandths}`);
}
