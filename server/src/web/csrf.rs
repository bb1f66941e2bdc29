//! Nothing but the portal's own pages may send it a form.

use axum::{
    extract::Request,
    http::{HeaderMap, Method, StatusCode, header},
};

/// Whether `request` only reads, or comes from a page of the portal. Browsers say where a form comes
/// from in `Sec-Fetch-Site`, older ones in `Origin`; who sends neither is no browser and can be tricked
/// by no site.
#[must_use]
pub fn permits(request: &Request) -> bool {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    reads || from_own_page(request.headers())
}

/// How a stranger's form is answered.
pub const REFUSED: StatusCode = StatusCode::FORBIDDEN;

fn from_own_page(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or("(unreadable)"));
    match (text(header::HeaderName::from_static("sec-fetch-site")), text(header::ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = text(header::HOST).unwrap_or_default();
            origin.split_once("://").is_some_and(|(_, origin)| origin == host)
        }
        (None, None) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn sent(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs
            .iter()
            .map(|&(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value)));
        from_own_page(&headers.collect())
    }

    #[test]
    fn only_own_pages_may_post() {
        assert!(sent(&[("sec-fetch-site", "same-origin")]));
        assert!(sent(&[("host", "portal.dk"), ("origin", "https://portal.dk")]));
        assert!(sent(&[("host", "portal.dk")]));
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
