import 'visavis/define';
