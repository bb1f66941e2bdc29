pub struct Answer; pub struct Answers; pub struct Assessment; pub struct Choice; pub struct Condition; pub struct Fit; pub struct Guide; pub struct Question; pub struct Step;
