/**
 * WCAG 2.2 contrast of every text that is seen, measured in the page.
 * @module
 */
import type { Page } from 'playwright-core';

/** A text that is too faint: its ratio, and how much it needs. */
export interface Faint {
  readonly text: string;
  readonly ratio: number;
  readonly needs: number;
}

/** Texts under 4.5 : 1, or 3 : 1 where they are large. Texts on pictures and gradients, and of disabled buttons, are left out. */
export function faintTexts(page: Page): Promise<Faint[]> {
  return page.evaluate(() => {
    const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!paint) throw new Error('this browser has no canvas');
    const rgba = (color: string): number[] => {
      paint.clearRect(0, 0, 1, 1);
      paint.fillStyle = color;
      paint.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = paint.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const luminance = (color: number[]): number => {
      const [red, green, blue] = color.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    /** The solid colour behind an element, or nothing if it is a picture. */
    const behind = (start: Element): number[] | undefined => {
      for (let element: Element | null = start; element; element = element.parentElement) {
        const style = getComputedStyle(element);
        const color = rgba(style.backgroundColor);
        if (color[3] === 1) return color;
        if (style.backgroundImage !== 'none' && !element.classList.contains('log')) return undefined;
      }
      return [255, 255, 255, 1];
    };
    const faint: Faint[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim();
      if (!element || !text || !element.checkVisibility() || element.closest('.unseen, :disabled, svg, noscript'))
        continue;
      const style = getComputedStyle(element);
      const ground = behind(element);
      if (!ground) continue;
      const size = Number.parseFloat(style.fontSize);
      const needs = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      const tones = [luminance(rgba(style.color)), luminance(ground)].sort((a, b) => b - a);
      const ratio = (tones[0] + 0.05) / (tones[1] + 0.05);
      if (ratio < needs) faint.push({ text: text.slice(0, 40), ratio: Math.round(ratio * 100) / 100, needs });
    }
    return faint;
  });
}
