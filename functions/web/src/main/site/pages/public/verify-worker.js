/**
 * Recomputes a bundle beside the page, so that the page keeps answering. Everything that decides is the compiled verifier;
 * here is only what is carried to it.
 */
import {fetched} from './bundle.js';
import {holds} from './signatures.js';
import {unzip} from './zip.js';

/** Asked {url} or {file}, and {key}; answers as it goes: {loaded}, {at}, {told}, {failed}. */
addEventListener('message', async ({data}) => {
  try {
    await verify(data);
  } catch (broken) {
    postMessage({failed: broken.message});
  }
});

async function verify({url, file, key}) {
  const reading = file ? file.arrayBuffer() : fetched(url, (done, of) => postMessage({loaded: {done, of}}));
  const [core, buffer] = await Promise.all([import('../../core/minhbach-verify.js'), reading]);
  const files = await unzip(buffer);
  postMessage({loaded: {done: buffer.byteLength, of: buffer.byteLength}});
  if (!files) {
    postMessage({told: JSON.parse(core.unopened(file ? file.name : 'bundle.zip'))});
    return;
  }
  const verifier = core.verifier((done, of) => postMessage({at: {done, of}}));
  for (const {name, content} of files) {
    if (content) {
      verifier.file(name, new Int8Array(content.buffer, content.byteOffset, content.length));
    } else {
      verifier.broken(name);
    }
  }
  verifier.begin(key || '');
  for (let done = false; !done;) {
    const told = JSON.parse(verifier.look());
    if (told.asks) {
      const answers = await Promise.all(told.asks.map(holds));
      answers.forEach((answer, i) => verifier.answer(i, answer));
    } else {
      done = told.done;
      postMessage({told});
    }
  }
}
