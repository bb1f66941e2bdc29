//! Listening, with limits for slow clients, and stopping without dropping anybody.

use super::{app_state::AppState, client_ip::Peer};
use crate::router::build_router;
use axum::Extension;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use std::{io, pin::Pin, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    signal::unix::{SignalKind, signal},
    sync::Semaphore,
    time::{sleep, timeout},
};
use tokio_io_timeout::TimeoutStream;
use tower::Layer;
use tower_http::normalize_path::NormalizePathLayer;

/// How long a client may take to send the head of a request.
const HEAD: Duration = Duration::from_secs(10);
/// How long a connection may stand still while reading or writing.
const STILL: Duration = Duration::from_secs(20);
/// Connections at once; more wait in the system's queue.
const CONNECTIONS: usize = 1024;
/// How long answers under way are waited for when the server stops.
const DRAIN: Duration = Duration::from_secs(8);

/// Serves until told to stop by SIGTERM or an interrupt.
pub async fn serve(listener: TcpListener, state: Arc<AppState>) -> io::Result<()> {
    let service = NormalizePathLayer::trim_trailing_slash().layer(build_router(state));
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { break };
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => (stream, Peer(peer.ip())),
                Err(error) => {
                    // Out of file descriptors, say: wait for connections to end.
                    tracing::warn!(target: "portal", %error, "a connection could not be accepted");
                    sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            _ = terminate.recv() => break,
            _ = interrupt.recv() => break,
        };
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD)
            .max_buf_size(32 * 1024)
            .serve_connection(
                TokioIo::new(patient(stream)),
                TowerToHyperService::new(Extension(peer).layer(service.clone())),
            );
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A client that goes away in the middle is no event.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    tracing::info!(target: "portal", "stopping");
    if timeout(DRAIN, graceful.shutdown()).await.is_err() {
        tracing::warn!(target: "portal", "some connections were cut");
    }
    Ok(())
}

/// A connection that ends when nothing moves on it.
fn patient(stream: TcpStream) -> Pin<Box<TimeoutStream<TcpStream>>> {
    // Small answers leave at once; failing to say so costs only time.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_read_timeout(Some(STILL));
    stream.set_write_timeout(Some(STILL));
    Box::pin(stream)
}
