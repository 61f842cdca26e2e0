import 'visavis/tokens.css';
