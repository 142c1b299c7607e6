/** Files on their way to the store: checked before a byte is sent, hashed in a worker, put with progress. */
import {Problem} from './api.js';
import {bytes} from './format.js';
import {t} from './i18n.js';

/** How people call the types that are taken, with the ending by which a file that states no type is known. */
const KINDS = {
  'application/pdf': ['PDF', 'pdf'],
  'image/png': ['PNG', 'png'],
  'image/jpeg': ['JPEG', 'jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['Word (.docx)', 'docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['Excel (.xlsx)', 'xlsx'],
};

/** The media type of a file: by its ending, since systems without Office state none, or the wrong one. */
export function mediaType(file) {
  const end = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase();
  return Object.keys(KINDS).find(type => KINDS[type].slice(1).includes(end)) ?? file.type;
}

/** The accepted types for a file input. */
export const accept = limits => limits.contentTypes.flatMap(type => [type, ...(KINDS[type]?.slice(1).map(end => '.' + end) ?? [])]).join(',');
/** The accepted types in words. */
export const kinds = limits => limits.contentTypes.map(type => KINDS[type]?.[0] ?? type).join(', ');

/** Why a file cannot be taken, or null. */
export function refusal(file, limits) {
  if (!limits.contentTypes.includes(mediaType(file))) {
    return t('shell.file.kind', {name: file.name, kinds: kinds(limits)});
  }
  if (file.size === 0) {
    return t('shell.file.empty', {name: file.name});
  }
  if (file.size > limits.fileBytesMax) {
    return t('shell.file.large', {name: file.name, size: bytes(file.size), most: bytes(limits.fileBytesMax)});
  }
  return null;
}

/** SHA-256 in hex. */
export function sha256(file) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('hash-worker.js', import.meta.url));
    const done = result => {
      worker.terminate();
      result.sha256 ? resolve(result.sha256) : reject(new Problem(0, {type: 'unreadable', detail: t('shell.file.unreadable', {name: file.name})}));
    };
    worker.onmessage = ({data}) => done(data);
    worker.onerror = () => done({});
    worker.postMessage(file);
  });
}

/**
 * Puts a file where a grant says. What lies there already (412) is what was to be put.
 *
 * @param upload {url, method, headers} of the grant
 * @param progress called with the share that is sent, 0 to 1
 * @throws Problem `offline` where the line broke: the same grant may be used again
 */
export function put(upload, file, progress = () => {}, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(upload.method, upload.url);
    Object.entries(upload.headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () => {
      if ((request.status >= 200 && request.status < 300) || request.status === 412) {
        progress(1);
        resolve();
      } else {
        reject(new Problem(request.status, {type: 'store', detail: t('shell.file.store', {status: request.status})}));
      }
    };
    request.onerror = () => reject(new Problem(0, {type: 'offline', detail: t('shell.problem.offline')}));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** Hands a blob to the person as a file. */
export function download(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
