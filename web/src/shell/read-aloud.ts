// Reads the page aloud with one of the browser's voices; prefers one that works offline.
import { signal } from '@preact/signals';

export const reading = signal(false);
export const canRead = 'speechSynthesis' in globalThis;

const READ_ALOUD_SELECTOR = 'h1, h2, h3, p, li, dt, dd, legend, label, caption, th, td, button';

/** The elements that are read, in the order of the page; elements inside one of them are read with it. */
function sentencesOf(page: Element): string[] {
  return [...page.querySelectorAll(READ_ALOUD_SELECTOR)]
    .filter((part) => !part.parentElement?.closest('p, li, dt, dd, legend, label, caption, th, td, button'))
    .filter((part) => !part.closest('[hidden], [aria-hidden=true]'))
    .map((part) => part.textContent?.trim() ?? '')
    .filter((text) => text !== '');
}

export function readAloud(language: string): void {
  stopReading();
  const page = document.querySelector('main');
  if (!page) return;
  const sentences = sentencesOf(page);
  reading.value = sentences.length > 0;
  const voice = speechSynthesis
    .getVoices()
    .find((one) => one.localService && one.lang.startsWith(language.slice(0, 2)));
  for (const [i, text] of sentences.entries()) {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    if (voice) utterance.voice = voice;
    utterance.rate = 0.9;
    if (i === sentences.length - 1) utterance.onend = stopReading;
    utterance.onerror = stopReading;
    speechSynthesis.speak(utterance);
  }
}

export function stopReading(): void {
  reading.value = false;
  if (canRead) speechSynthesis.cancel();
}
