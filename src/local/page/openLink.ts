/** Opens an address in a new tab; anything but a web or mail address is left alone. */
export function openLink(address: string): boolean {
  if (!/^(https?|mailto):/i.test(address)) return false;
  window.open(address, '_blank', 'noopener,noreferrer');
  return true;
}
