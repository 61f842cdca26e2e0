import 'visavis/define/video-toggle';
