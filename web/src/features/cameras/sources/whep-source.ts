import { play, type OpenSource } from './source.ts';

/** Whoever has not gathered all its addresses by then offers those it has. */
const GATHER_MS = 1_000;
const ANSWER_MS = 8_000;
const LOST: readonly RTCPeerConnectionState[] = ['failed', 'disconnected', 'closed'];

function gathered(peer: RTCPeerConnection, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, GATHER_MS);
    peer.addEventListener('icegatheringstatechange', () => {
      if (peer.iceGatheringState !== 'complete') return;
      clearTimeout(timer);
      resolve();
    }, { signal });
  });
}

/** The session that an endpoint made, on its own host only: an answer sends nobody elsewhere. */
export function sessionOf(location: string | null, url: string): string | null {
  if (location === null || !URL.canParse(location, url)) return null;
  const session = new URL(location, url);
  return session.origin === new URL(url).origin ? session.href : null;
}

/** WHEP (draft-ietf-wish-whep): one offer by POST, one answer, and the session deleted at the end. Pictures come straight from the media server, by no relay. */
export const openWhep: OpenSource = async (url, video, onTrouble) => {
  const peer = new RTCPeerConnection();
  // A browser may keep a peer that was closed while it gathered addresses: it holds nothing of the page then.
  const listening = new AbortController();
  const { signal } = listening;
  let session: string | null = null;
  const end = (): void => {
    listening.abort();
    peer.close();
    video.srcObject = null;
    if (session !== null) void fetch(session, { method: 'DELETE', keepalive: true }).catch(() => undefined);
  };
  try {
    peer.addTransceiver('video', { direction: 'recvonly' });
    peer.addEventListener('track', ({ track }) => {
      video.srcObject = new MediaStream([track]);
      play(video);
    }, { signal });
    peer.addEventListener('connectionstatechange', () => { if (LOST.includes(peer.connectionState)) onTrouble(); }, { signal });
    await peer.setLocalDescription(await peer.createOffer());
    await gathered(peer, signal);
    const answer = await fetch(url, { method: 'POST', redirect: 'error', headers: { 'content-type': 'application/sdp' }, body: peer.localDescription?.sdp ?? '', signal: AbortSignal.timeout(ANSWER_MS) });
    if (answer.status !== 201) throw new Error(`WHEP answered ${answer.status}`);
    session = sessionOf(answer.headers.get('location'), url);
    await peer.setRemoteDescription({ type: 'answer', sdp: await answer.text() });
    return { close: end, lagS: () => null };
  } catch (error) {
    end();
    throw error;
  }
};
