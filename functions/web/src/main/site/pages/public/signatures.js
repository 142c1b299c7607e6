/**
 * Whether signatures hold, by the browser's own cryptography. Ed25519 came to browsers late (Chromium 137, 2025): an older one
 * checks it by noble-ed25519.
 */

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));

/** @param asked {algorithm, key, message, signature}, binary parts as base64url */
export async function holds({algorithm, key, message, signature}) {
  if (!crypto.subtle) {
    // A page over plain HTTP has none: that is not to be told as a wrong signature.
    throw new Error('WebCrypto');
  }
  try {
    return algorithm === 'ES256' ? await es256(key, bytes(message), bytes(signature)) : await ed25519(bytes(key), bytes(message), bytes(signature));
  } catch {
    // A key that is no point of the curve, a signature of another length.
    return false;
  }
}

async function es256(key, message, signature) {
  const [x, y] = key.split('.');
  const curve = {name: 'ECDSA', namedCurve: 'P-256'};
  const known = await crypto.subtle.importKey('jwk', {kty: 'EC', crv: 'P-256', x, y}, curve, false, ['verify']);
  return crypto.subtle.verify({name: 'ECDSA', hash: 'SHA-256'}, known, signature, message);
}

async function ed25519(key, message, signature) {
  let known;
  try {
    known = await crypto.subtle.importKey('raw', key, {name: 'Ed25519'}, false, ['verify']);
  } catch (unknown) {
    if (unknown.name !== 'NotSupportedError') {
      throw unknown;
    }
    const {verifyAsync} = await import('../../vendor/noble-ed25519/2.3.0/noble-ed25519.js');
    return verifyAsync(signature, message, key, {zip215: false});
  }
  return crypto.subtle.verify({name: 'Ed25519'}, known, signature, message);
}
