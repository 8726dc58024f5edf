/** Offers the time zone of the browser where none is chosen yet. */
export function ownZone() {
  const select = document.querySelector('select[data-own-zone]');
  if (select && !select.value) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const option = [...select.options].find(({ value }) => value === zone);
    if (option) {
      option.selected = true;
    }
  }
}
