import 'visavis/define/video-toggle';
import 'visavis/i18n/de';
