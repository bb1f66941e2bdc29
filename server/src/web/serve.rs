//! Listening, with limits for slow clients, and stopping without dropping anybody.

use super::{
    app_state::AppState,
    client_ip::Peer,
    connection::{PatientStream, Requests},
};
use crate::router::build_router;
use axum::Extension;
use hyper::{
    server::conn::http1,
    service::{Service, service_fn},
};
use hyper_util::{rt::TokioIo, server::graceful::GracefulShutdown, service::TowerToHyperService};
use std::{io, sync::Arc, time::Duration};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::Semaphore,
    time::{sleep, timeout},
};
use tower::Layer;
use tower_http::normalize_path::NormalizePathLayer;

/// Connections at once; more wait in the system's queue.
const CONNECTIONS: usize = 1024;
/// How long answers under way are waited for when the server stops.
const DRAIN: Duration = Duration::from_secs(8);

/// Serves until told to stop by SIGTERM or an interrupt. `idle`: how long a connection is kept for the next request.
pub async fn serve(listener: TcpListener, state: Arc<AppState>, idle: Duration) -> io::Result<()> {
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
        // Small answers leave at once; failing to say so costs only time.
        let _ = stream.set_nodelay(true);
        let requests = Requests::default();
        let stream = PatientStream::new(stream, requests.clone(), idle);
        let inner = TowerToHyperService::new(Extension(peer).layer(service.clone()));
        let answer = service_fn(move |request| {
            requests.count();
            let (answer, requests) = (inner.call(request), requests.clone());
            async move {
                let answered = answer.await;
                requests.count();
                answered
            }
        });
        // The stream has limits of its own for slow clients.
        let connection = http1::Builder::new()
            .header_read_timeout(None)
            .max_buf_size(32 * 1024)
            .serve_connection(TokioIo::new(stream), answer);
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
