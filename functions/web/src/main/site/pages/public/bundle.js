/** The published bundle, fetched piece by piece. */

/**
 * The bytes behind a link.
 *
 * @param told is given how many bytes are there, and of how many where that is known
 */
export async function fetched(url, told = () => {}) {
  const answer = await fetch(url, {credentials: 'omit', referrerPolicy: 'no-referrer'});
  if (!answer.ok) {
    throw new Error(`HTTP ${answer.status}`);
  }
  const of = Number(answer.headers.get('content-length')) || 0;
  const reader = answer.body.getReader();
  const parts = [];
  let length = 0;
  for (let {done, value} = await reader.read(); !done; {done, value} = await reader.read()) {
    parts.push(value);
    length += value.length;
    told(length, of);
  }
  return new Blob(parts).arrayBuffer();
}
