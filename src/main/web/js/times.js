/** Says beside a time of a course what the reader's own clock shows then, where that is another time. */
export function times() {
  document.querySelectorAll('time[data-own]').forEach(own);
  for (const time of document.querySelectorAll('main time[datetime*="T"]')) {
    const shown = /(\d{1,2}):(\d{2})\s*$/.exec(time.textContent);
    const at = new Date(time.dateTime);
    if (!shown || Number.isNaN(at.getTime())) {
      continue;
    }
    const same = at.getHours() === Number(shown[1]) && at.getMinutes() === Number(shown[2]);
    if (!same) {
      const words = at.toLocaleString('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }).replace(',', '');
      time.title = `${words} where you are`;
      const zone = time.nextSibling; // " (Vienna time)."
      if (time.closest('.lead') && zone?.data?.startsWith(' (')) {
        zone.data = zone.data.replace(')', `; where you are, ${words})`);
      }
    }
  }
}

/** What somebody did alone has no place but theirs: it is said by their own clock, in the form in which the server says it. */
function own(time) {
  const at = new Date(time.dateTime);
  if (Number.isNaN(at.getTime())) {
    return;
  }
  const day = `${at.getDate()} ${at.toLocaleString('en-US', { month: 'short' })} ${at.getFullYear()}`;
  const two = (number) => String(number).padStart(2, '0');
  time.textContent = time.dataset.own === 'day' ? day : `${day}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}
