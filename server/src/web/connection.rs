//! A connection, and how long it may stand still: for a head that comes slowly, for the next request while it is kept, and
//! for an answer that nobody takes. How long an answer may be made, its body read with it, is the router's matter.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Instant, Sleep, sleep},
};

/// How long a client may take to send the head of a request, from its first byte; or the first one, from the start.
const HEAD: Duration = Duration::from_secs(10);
/// How long an answer may stand still that is being sent.
const STILL: Duration = Duration::from_secs(20);

/// The requests of a connection that have begun and ended: odd while one is being answered. Its service counts them.
#[derive(Clone, Default)]
pub struct Requests(Arc<AtomicU64>);

impl Requests {
    /// Counts the beginning of one, or its end.
    pub fn count(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// What is waited for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// The head of a request has begun.
    Head,
    /// A request is being answered.
    Busy,
    /// The next request, on a connection that is kept.
    Idle,
}

/// A connection that ends when nothing moves on it.
pub struct PatientStream<S> {
    stream: S,
    requests: Requests,
    /// What was seen of them last.
    seen: u64,
    idle: Duration,
    phase: Phase,
    reading: Pin<Box<Sleep>>,
    writing: Option<Pin<Box<Sleep>>>,
}

impl<S> PatientStream<S> {
    /// `idle`: how long a connection is kept for the next request.
    #[must_use]
    pub fn new(stream: S, requests: Requests, idle: Duration) -> Self {
        let (seen, reading) = (requests.get(), Box::pin(sleep(HEAD)));
        Self { stream, requests, seen, idle, phase: Phase::Head, reading, writing: None }
    }

    fn wait_for(&mut self, phase: Phase, patience: Duration) {
        self.phase = phase;
        self.reading.as_mut().reset(Instant::now() + patience);
    }

    /// A request has begun or ended since: what is waited for now?
    fn follow_requests(&mut self) {
        let requests = self.requests.get();
        if requests == self.seen {
            return;
        }
        self.seen = requests;
        if requests % 2 == 1 {
            self.phase = Phase::Busy;
        } else {
            self.wait_for(Phase::Idle, self.idle);
        }
    }

    /// Whether it is still waited for what is to come; wakes the connection when that is over.
    fn is_waited_for(&mut self, context: &mut Context<'_>) -> bool {
        self.phase == Phase::Busy || self.reading.as_mut().poll(context).is_pending()
    }

    /// Something has been read. A head has one limit for the whole of it.
    fn note_read(&mut self) {
        if self.phase == Phase::Idle {
            self.wait_for(Phase::Head, HEAD);
        }
    }
}

fn timed_out() -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, "nothing moved")
}

impl<S: AsyncRead + Unpin> AsyncRead for PatientStream<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.follow_requests();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        if read.is_ready() {
            self.note_read();
            return read;
        }
        if self.is_waited_for(context) { Poll::Pending } else { Poll::Ready(Err(timed_out())) }
    }
}

impl<S: AsyncWrite + Unpin> PatientStream<S> {
    /// A write that does not move ends the connection after a while.
    fn watch<T>(&mut self, context: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.writing = None;
            // The last that is done for an answer; nothing is read before something comes.
            self.follow_requests();
            let _ = self.is_waited_for(context);
            return written;
        }
        let writing = self.writing.get_or_insert_with(|| Box::pin(sleep(STILL)));
        if writing.as_mut().poll(context).is_ready() { Poll::Ready(Err(timed_out())) } else { written }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for PatientStream<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.watch(context, written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        self.watch(context, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.watch(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::{Response, body::Incoming, server::conn::http1, service::service_fn};
    use hyper_util::rt::TokioIo;
    use std::convert::Infallible;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};

    const IDLE: Duration = Duration::from_secs(130);
    const ASK: &[u8] = b"GET / HTTP/1.1\r\nHost: t\r\n\r\n";

    /// A connection to a server whose answers take so long.
    fn connect(takes: Duration) -> DuplexStream {
        let (client, server) = duplex(4096);
        let requests = Requests::default();
        let stream = PatientStream::new(server, requests.clone(), IDLE);
        let service = service_fn(move |_: hyper::Request<Incoming>| {
            requests.count();
            let requests = requests.clone();
            async move {
                sleep(takes).await;
                requests.count();
                Ok::<_, Infallible>(Response::new("ok".to_owned()))
            }
        });
        tokio::spawn(
            http1::Builder::new().header_read_timeout(None).serve_connection(TokioIo::new(stream), service),
        );
        client
    }

    /// Sends a request, and gives its answer; empty where the connection is closed.
    async fn ask(client: &mut DuplexStream) -> String {
        if client.write_all(ASK).await.is_err() {
            return String::new();
        }
        let mut answer = vec![0; 4096];
        let read = client.read(&mut answer).await.unwrap_or(0);
        String::from_utf8_lossy(&answer[..read]).into_owned()
    }

    async fn pass(seconds: u64) {
        sleep(Duration::from_secs(seconds)).await;
    }

    #[tokio::test(start_paused = true)]
    async fn a_kept_connection_waits_longer_than_proxies_keep_theirs() {
        let mut client = connect(Duration::ZERO);
        for idle in [0, 10, 61, 121, 10] {
            pass(idle).await;
            assert!(ask(&mut client).await.ends_with("ok"), "after {idle} s");
        }
        pass(131).await;
        assert_eq!(ask(&mut client).await, "", "and not for ever");
    }

    #[tokio::test(start_paused = true)]
    async fn requests_without_a_pause_have_no_limit_in_common() {
        let mut client = connect(Duration::from_secs(6));
        for _ in 0..5 {
            assert!(ask(&mut client).await.ends_with("ok"));
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_head_that_comes_byte_by_byte_is_cut_off_first_or_later() {
        for before in [false, true] {
            let mut client = connect(Duration::ZERO);
            if before {
                assert!(ask(&mut client).await.ends_with("ok"));
                pass(60).await;
            }
            let begun = Instant::now();
            for byte in ASK {
                if client.write_all(&[*byte]).await.is_err() {
                    break;
                }
                pass(1).await;
            }
            let cut = client.read_to_end(&mut Vec::new()).await;
            assert!(cut.is_ok() && begun.elapsed() < Duration::from_secs(ASK.len() as u64 + 1));
            assert_eq!(ask(&mut client).await, "", "closed");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn who_says_nothing_at_first_is_not_waited_for() {
        let mut client = connect(Duration::ZERO);
        pass(11).await;
        assert_eq!(ask(&mut client).await, "");
    }
}
