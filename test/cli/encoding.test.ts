import { decodeText } from '../../src/cli/encoding';

const text = 'name,email\nZoë Müller,zoe@dpa.example.gov\n';
const utf16 = (words: string): Buffer => Buffer.from(`\uFEFF${words}`, 'utf16le');

describe('the text of a file of people', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little-endian', utf16(text)],
    ['UTF-16, big-endian', utf16(text).swap16()],
    ['Windows text whose letters are the same in every such encoding', Buffer.from(text, 'latin1')],
  ])('is read from %s', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text });
  });

  it('reads Windows quotation marks and dashes', () => {
    expect(decodeText(Buffer.from([0x4a, 0x93, 0x50, 0x94, 0x96]))).toEqual({ ok: true, text: 'J“P”–' });
  });

  it.each([
    ['a letter that is ñ or ń', Buffer.from('a\nPe\xf1a', 'latin1'), 'Line 2'],
    ['a letter as a Mac writes it', Buffer.from([0x4a, 0x6f, 0x73, 0x8e]), 'Line 1'],
    ['a workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14]), 'Excel workbook'],
    ['text in UTF-16 without a mark', Buffer.from('name', 'utf16le'), 'UTF-16'],
  ])('is refused with what to do: %s', (_, bytes, words) => {
    const read = decodeText(bytes);
    expect(read).toMatchObject({ ok: false, because: expect.stringContaining(words) });
    expect(read.ok ? '' : read.because).toContain('CSV UTF-8');
  });

  it('is read as somebody who knows says', () => {
    expect(decodeText(Buffer.from('Pe\xf1a', 'latin1'), 'windows-1252')).toEqual({ ok: true, text: 'Peña' });
    expect(decodeText(Buffer.from([0x4a, 0x6f, 0x73, 0x8e]), 'macintosh')).toEqual({ ok: true, text: 'José' });
    expect(decodeText(Buffer.from([0xff, 0xe9]), 'utf-8').ok).toBe(false);
  });
});
