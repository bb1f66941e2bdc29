//! One answer for many who ask the same at once.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use tokio::sync::Mutex;

/// A question whose answer is worked out once for all who wait for it. Whoever comes while that is under way gets
/// the next answer: nobody is told what was read before they came, so that what they did themselves is in it.
pub struct SingleFlight<T> {
    begun: AtomicU64,
    last: Mutex<Last<T>>,
}

struct Last<T> {
    number: u64,
    /// `None` where the work did not come to its end.
    answer: Option<Arc<T>>,
}

impl<T> Default for SingleFlight<T> {
    fn default() -> Self {
        Self { begun: AtomicU64::new(0), last: Mutex::new(Last { number: 0, answer: None }) }
    }
}

impl<T> SingleFlight<T> {
    /// The answer; `work` is done only where nobody who began later than this call has done it.
    ///
    /// # Errors
    /// Those of `work`. Nobody shares in the failure of another: they try themselves, and not one after the other.
    pub async fn run<E>(&self, work: impl Future<Output = Result<T, E>>) -> Result<Arc<T>, E> {
        let came = self.begun.load(Ordering::SeqCst);
        let mut last = self.last.lock().await;
        if last.number > came {
            let answer = last.answer.clone();
            drop(last);
            return match answer {
                Some(answer) => Ok(answer),
                None => work.await.map(Arc::new),
            };
        }
        last.number = self.begun.fetch_add(1, Ordering::SeqCst) + 1;
        last.answer = None;
        let answer = Arc::new(work.await?);
        last.answer = Some(Arc::clone(&answer));
        Ok(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        convert::Infallible,
        pin::Pin,
        sync::atomic::AtomicU32,
        task::{Context, Waker},
    };
    use tokio::sync::Notify;

    /// Begins something that cannot end yet.
    fn begin<F: Future>(asked: &mut Pin<Box<F>>) {
        assert!(asked.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }

    /// Answers with how often it was asked, once it may.
    async fn counted(times: &AtomicU32, may: &Notify) -> Result<u32, Infallible> {
        let number = times.fetch_add(1, Ordering::SeqCst) + 1;
        may.notified().await;
        Ok(number)
    }

    #[tokio::test]
    async fn many_who_come_during_one_answer_share_the_next() {
        let (question, times, may) = (SingleFlight::default(), AtomicU32::new(0), Notify::new());
        let ask = || question.run(counted(&times, &may));
        let (mut first, mut second, mut third) = (Box::pin(ask()), Box::pin(ask()), Box::pin(ask()));
        // The first has begun; the others come while it works.
        for one in [&mut first, &mut second, &mut third] {
            begin(one);
        }
        may.notify_one();
        assert_eq!(first.await.map(|answer| *answer), Ok(1));
        may.notify_one();
        let (second, third) = tokio::join!(second, third);
        assert_eq!((second.map(|answer| *answer), third.map(|answer| *answer)), (Ok(2), Ok(2)));
        assert_eq!(times.load(Ordering::SeqCst), 2);
    }

    #[tokio::test]
    async fn who_comes_after_an_answer_gets_a_new_one() {
        let (question, times, may) = (SingleFlight::default(), AtomicU32::new(0), Notify::new());
        for number in 1..=2 {
            may.notify_one();
            assert_eq!(question.run(counted(&times, &may)).await.map(|answer| *answer), Ok(number));
        }
    }

    #[tokio::test]
    async fn a_failure_is_nobody_elses() {
        let question = SingleFlight::default();
        let mut first = Box::pin(question.run(async {
            tokio::task::yield_now().await;
            Err("out of order")
        }));
        begin(&mut first);
        let mut second = Box::pin(question.run(async { Ok::<_, &str>(2) }));
        begin(&mut second);
        assert_eq!(first.await, Err("out of order"));
        assert_eq!(second.await.map(|answer| *answer), Ok(2));
    }
}
