pub struct Facet; pub struct Filter; pub struct FilterOption;
