/** The keyboard of a Korean input method. */

import type { CDPSession } from '@playwright/test';

/** Composes a text syllable by syllable, and leaves the last one unfinished. */
export async function compose(session: CDPSession, steps: string[]): Promise<void> {
  for (const text of steps) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
}

/** The Enter that finishes a syllable, as an input method sends it. */
export async function enterWhileComposing(session: CDPSession): Promise<void> {
  const key = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}
