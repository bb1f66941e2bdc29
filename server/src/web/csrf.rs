//! Nothing but the portal's own pages may send it a form.

use axum::{
    extract::Request,
    http::{HeaderMap, Method, StatusCode, header},
};

/// Whether `request` only reads, or comes from a page of the portal. Browsers say where a form comes
/// from in `Sec-Fetch-Site`, older ones in `Origin`; who sends neither is no browser and can be tricked
/// by no site. `own`: the portal's own address, where it is known; a proxy may hand on another `Host`.
#[must_use]
pub fn permits(request: &Request, own: Option<&str>) -> bool {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    reads || from_own_page(request.headers(), own)
}

/// Whether a form that is not permitted is one of the portal's own, which a browser sends once more by itself: `WebKit` does
/// when somebody comes back from another site. A stranger's page cannot make its own origin this one.
#[must_use]
pub fn is_way_back(request: &Request, own: Option<&str>) -> bool {
    let headers = request.headers();
    let is = |name, value: &str| headers.get(name).is_some_and(|found| found == value);
    let mut without = headers.clone();
    without.remove("sec-fetch-site");
    is("sec-fetch-site", "cross-site")
        && is("sec-fetch-mode", "navigate")
        && headers.contains_key(header::ORIGIN)
        && from_own_page(&without, own)
}

/// How a stranger's form is answered.
pub const REFUSED: StatusCode = StatusCode::FORBIDDEN;

fn from_own_page(headers: &HeaderMap, own: Option<&str>) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or("(unreadable)"));
    match (text(header::HeaderName::from_static("sec-fetch-site")), text(header::ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = text(header::HOST).unwrap_or_default();
            let Some((scheme, from)) = origin.split_once("://") else { return false };
            let is = |host: &str| level(from, scheme) == level(host, scheme);
            is(host) || own.and_then(|own| own.strip_prefix(scheme)?.strip_prefix("://")).is_some_and(is)
        }
        (None, None) => true,
    }
}

/// A host with its port, in small letters, without the port that goes without saying.
fn level(host: &str, scheme: &str) -> String {
    let port = if scheme.eq_ignore_ascii_case("https") { ":443" } else { ":80" };
    host.strip_suffix(port).unwrap_or(host).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn sent(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs
            .iter()
            .map(|&(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value)));
        from_own_page(&headers.collect(), Some("https://hjaelp.example"))
    }

    #[test]
    fn only_own_pages_may_post() {
        assert!(sent(&[("sec-fetch-site", "same-origin")]));
        assert!(sent(&[("host", "portal.dk"), ("origin", "https://portal.dk")]));
        assert!(sent(&[("host", "portal.dk")]));
        assert!(sent(&[("host", "Portal.dk:443"), ("origin", "https://portal.dk")]));
        assert!(sent(&[("host", "portal.dk"), ("origin", "https://PORTAL.dk:443")]));
        assert!(sent(&[("host", "10.0.0.5:3000"), ("origin", "https://hjaelp.example")]), "its own address");
        assert!(!sent(&[("host", "portal.dk:444"), ("origin", "https://portal.dk")]));
        assert!(!sent(&[("host", "10.0.0.5:3000"), ("origin", "http://hjaelp.example")]));
        assert!(!sent(&[("host", "10.0.0.5:3000"), ("origin", "https://hjaelp.example.ond.example")]));
        assert!(!sent(&[("sec-fetch-site", "cross-site")]));
        assert!(!sent(&[("sec-fetch-site", "same-site")]));
        assert!(!sent(&[
            ("sec-fetch-site", "cross-site"),
            ("host", "portal.dk"),
            ("origin", "https://portal.dk")
        ]));
        assert!(!sent(&[("host", "portal.dk"), ("origin", "https://ond.example")]));
        assert!(!sent(&[("host", "portal.dk"), ("origin", "null")]));
    }
}
