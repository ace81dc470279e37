import type { Plugin } from 'vite';

/** A Vite plugin that reads the CommonJS core of `qrcode` as ES modules, and leaves out what this project never asks for. */
export function qrcodeAsModules(): Plugin;
