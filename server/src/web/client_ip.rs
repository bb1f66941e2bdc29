//! Where a request comes from, for the limits alone: it is in memory as long as the request is.

use crate::web::{app_state::AppState, rate_limiter::ClientNetwork};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
    sync::{Arc, Once},
};

/// The other end of the connection.
#[derive(Clone, Copy)]
pub struct Peer(pub IpAddr);

/// Where a request comes from, where that is known.
pub struct ClientIp(pub Option<ClientNetwork>);

impl FromRequestParts<Arc<AppState>> for ClientIp {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<Peer>().map(|Peer(address)| *address);
        let address =
            if state.proxies == 0 { peer } else { forwarded(&parts.headers, state.proxies).or(peer) };
        Ok(Self(address.map(ClientNetwork::of)))
    }
}

/// The address that the outermost of so many proxies has seen; what stands before it may be made up.
fn forwarded(headers: &HeaderMap, proxies: usize) -> Option<IpAddr> {
    let lines = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok());
    let all: Vec<&str> = lines.flat_map(|line| line.split(',')).map(str::trim).collect();
    let hop = all[all.len().checked_sub(proxies)?];
    let address = parse_hop(hop);
    if address.is_none() {
        // Once, and without the value: all visitors are one place until somebody sees to it.
        static TOLD: Once = Once::new();
        TOLD.call_once(|| {
            tracing::warn!(target: "portal", "PORTAL_PROXIES: an address in X-Forwarded-For cannot be read");
        });
    }
    address
}

/// An address as proxies write it: alone, in brackets, with a port.
fn parse_hop(text: &str) -> Option<IpAddr> {
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    bare.parse().ok().or_else(|| text.parse().ok().map(|address: SocketAddr| address.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_our_own_proxies_wrote_is_believed() {
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", "1.1.1.1, 203.0.113.7".parse().expect("a value"));
        headers.append("x-forwarded-for", "10.0.0.1".parse().expect("a value"));
        let seen = |proxies| forwarded(&headers, proxies).map(|address| address.to_string());
        assert_eq!(seen(1).as_deref(), Some("10.0.0.1"));
        assert_eq!(seen(2).as_deref(), Some("203.0.113.7"));
        assert_eq!(seen(4), None, "fewer hops than proxies");
    }

    proptest! {
        #[test]
        fn an_address_is_the_same_however_a_proxy_writes_it(address in any::<IpAddr>(), port in any::<u16>()) {
            let with_port = SocketAddr::new(address, port).to_string();
            for written in [address.to_string(), format!("[{address}]"), with_port] {
                prop_assert_eq!(parse_hop(&written), Some(address), "{}", written);
            }
        }

        #[test]
        fn what_is_no_address_is_none(text in "[a-z_ ]{0,20}") {
            prop_assert_eq!(parse_hop(&text), None);
        }
    }
}
