// Plotly in Indonesian and without the internet. Loads after 00-plotly.min.js.
(function () {
  'use strict';

  window.Plotly.register({
    moduleType: 'locale',
    name: 'id',
    dictionary: {
      'Autoscale': 'Skala otomatis',
      'Box Select': 'Pilih dengan kotak',
      'Click to enter Colorscale title': 'Klik untuk mengisi judul skala warna',
      'Click to enter Plot subtitle': 'Klik untuk mengisi subjudul grafik',
      'Click to enter Plot title': 'Klik untuk mengisi judul grafik',
      'Click to enter X axis title': 'Klik untuk mengisi judul sumbu X',
      'Click to enter Y axis title': 'Klik untuk mengisi judul sumbu Y',
      'Compare data on hover': 'Bandingkan data saat disorot',
      'Double-click on legend to isolate one trace':
        'Klik dua kali pada legenda untuk menampilkan satu deret saja',
      'Double-click to zoom back out': 'Klik dua kali untuk kembali ke tampilan semula',
      'Download plot': 'Unduh grafik',
      'Download plot as JSON': 'Unduh grafik sebagai JSON',
      'Download plot as a PNG': 'Unduh grafik sebagai PNG',
      'Draw circle': 'Gambar lingkaran',
      'Draw closed freeform': 'Gambar bidang bebas',
      'Draw line': 'Gambar garis lurus',
      'Draw open freeform': 'Gambar garis bebas',
      'Draw rectangle': 'Gambar persegi panjang',
      'Erase active shape': 'Hapus bentuk terpilih',
      'Image download succeeded': 'Gambar berhasil diunduh',
      'JSON download succeeded': 'JSON berhasil diunduh',
      'Lasso Select': 'Pilih dengan laso',
      'Pan': 'Geser',
      'Preparing image - this may take a few seconds':
        'Menyiapkan gambar, mohon tunggu beberapa detik',
      'Produced with Plotly.js': 'Dibuat dengan Plotly.js',
      'Reset': 'Atur ulang',
      'Reset axes': 'Atur ulang sumbu',
      'Reset view': 'Atur ulang tampilan',
      'Reset views': 'Atur ulang semua tampilan',
      'Show closest data on hover': 'Tampilkan data terdekat saat disorot',
      'Sorry, there was a problem downloading your JSON file!': 'Maaf, JSON gagal diunduh.',
      'Sorry, there was a problem downloading your image!': 'Maaf, gambar gagal diunduh.',
      'Toggle Spike Lines': 'Tampilkan atau sembunyikan garis bantu',
      'Toggle show closest data on hover':
        'Aktifkan atau matikan data terdekat saat disorot',
      'Zoom': 'Perbesar bidang',
      'Zoom in': 'Perbesar',
      'Zoom out': 'Perkecil',
      'new text': 'teks baru',
      'trace': 'deret',
    },
    format: {
      days: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
      shortDays: ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'],
      months: [
        'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni',
        'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember',
      ],
      shortMonths: [
        'Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun',
        'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des',
      ],
      date: '%d/%m/%Y',
      dateTime: '%A, %-d %B %Y %X',
      decimal: ',',
      thousands: '.',
      grouping: [3],
      currency: ['Rp', ''],
      year: '%Y',
      month: '%b %Y',
      dayMonth: '%-d %b',
      dayMonthYear: '%-d %b %Y',
    },
  });

  // Defaults under every graph's own config: nothing is offered to a cloud service.
  window.Plotly.setPlotConfig({
    locale: 'id',
    showSendToCloud: false,
    plotlyServerURL: '',
    displaylogo: false,
  });

  // A choropleth fetches a world topology from a CDN even when it draws only its own
  // geojson, and draws nothing when that fails. Empty topologies for every scope and
  // resolution stand in for it; the layers are named so that none is missed when shown.
  const layers = ['coastlines', 'countries', 'lakes', 'land', 'ocean', 'rivers', 'subunits'];
  const empty = { type: 'GeometryCollection', geometries: [] };
  const topology = {
    type: 'Topology',
    arcs: [],
    objects: Object.fromEntries(layers.map((layer) => [layer, empty])),
  };
  const scopes = [
    'africa', 'antarctica', 'asia', 'europe', 'north-america', 'oceania', 'south-america',
    'usa', 'world',
  ];
  const names = scopes.flatMap((scope) => [`${scope}_110m`, `${scope}_50m`]);
  window.PlotlyGeoAssets = { topojson: Object.fromEntries(names.map((name) => [name, topology])) };
})();
